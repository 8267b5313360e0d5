#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/hub/record.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/base/file_handle.h"
#include "tests/drive/painted.h"
#include "tests/drive/touch.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/hub/server_process.h"

namespace visits {

/// A hub with its server and one kiosk, all real programs, where Rosa (born on 7 November) is expected now. A
/// finger touches the kiosk's window at the places that the kiosk says it has drawn.
class Visit : public testing::Test {
protected:
    Visit();
    void SetUp() override;

    void start_kiosk();
    /// As a power cut does to a program: nothing more of it runs.
    void kill_kiosk();

    /// Longer than a crowded machine takes for anything that does not wait for a person.
    static constexpr std::chrono::seconds kPatience{30};
    /// The idle time before the warning or the warning itself, as visits are set up, and kPatience.
    static constexpr std::chrono::seconds kIdleTimes{75};
    /// Staff can open the corner by this number, from the next start on.
    void set_staff_pin(const std::string& pin);
    /// From the first screen, by keys alone.
    void open_staff_corner(const std::string& pin);
    /// Waits until the kiosk's file of what staff set says this.
    void wait_for_staff_state(const std::string& line);
    /// The code with which the program ended by itself; none when it did not.
    std::optional<int> kiosk_ended();
    std::string kiosk_log() const { return support::file_bytes(hub_.path() / "kiosk" / "kiosk.log"); }
    /// What is written at a node.
    std::string label(const std::string& node) const;

    /// Waits until one of these screens is drawn, and says which; fails with the one that is drawn instead.
    std::string wait_for(const std::vector<std::string>& screens, std::chrono::seconds patience = kPatience);
    /// Waits until a node whose id begins so is drawn, and says which; with `words`, one that holds them.
    std::string wait_for_words(const std::string& node, const std::string& words);
    std::string wait_for_node(const std::string& node) { return wait_for_words(node, ""); }
    void press(const std::string& node);
    /// Presses a node, and waits for the screen that must follow.
    void tap(const std::string& node, const std::string& then);
    void key(const std::string& name);
    void keys(const std::vector<std::string>& names);
    /// From the list of languages to "Is this right?", or only the first `taps` of the way.
    void walk(const std::string& language, std::size_t taps);
    static std::size_t taps_to_confirm();

    /// Gives Rosa a slip; its token.
    std::string make_slip();
    /// What a scanner types, key by key as the kernel tells of them, and Enter.
    void scan(const std::string& text);

    drive::Painted painted() const;
    /// Every arrival that the hub has stored.
    std::vector<domain::AttendanceEvent> arrivals();

    /// Rosa's intervention is completed.
    void open_exit_survey();
    void wait_for_offer(domain::OfferState state);
    /// Every byte of the kiosk's journal, where anonymous answers wait for the close of day.
    std::string journal_bytes() const;

    /// Adds a session that begins now.
    domain::SessionId add_session(const std::string& title);
    void cancel_session(const domain::SessionId& session);

    void stop_server() { server_.reset(); }

private:
    void make_rosa_expected();
    void keep(const server::app::Store::Command& command);
    template <class Question>
    auto ask(const Question& question);
    void plug_scanner();
    server::hub::Record record();

    base::SystemClock clock_;
    base::SystemEntropy entropy_;
    support::HubFolder hub_;
    domain::AppointmentId appointment_;
    domain::ReferralId referral_;
    domain::PersonId rosa_;
    domain::OfferId survey_;
    base::FileHandle scanner_;  ///< the writing end of the pipe that stands for one
    std::unique_ptr<support::ServerProcess> server_;
    std::unique_ptr<support::ChildProcess> kiosk_;
    std::unique_ptr<drive::Touch> finger_;
};

}  // namespace visits
