#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/ctl/commands.h"
#include "server/hub/hub_server.h"
#include "tests/journeys/support/kiosk_at_hub.h"
#include "tests/sandbox/server.h"
#include "tests/support/browser/browser.h"

namespace journeys {

/// A London wall clock: `2026-11-23 13:50`, or with seconds.
base::Instant london(const std::string& wall_clock);

/// A whole hub on this machine: the stand-in for the case system, the hub server with its record on disk,
/// and kiosks without windows, joined by real TLS. Time is a number: the case system, the server and each
/// kiosk have a clock of their own, and all go on together.
///
/// Each journey ends by saying of everybody who was told that they are checked in what the case system was
/// told: expect_in_call_log or expect_not_in_call_log. TearDown fails for whoever was forgotten, for every
/// write that nobody expected, and for every write before its session's end.
class HubWorld : public testing::Test {
protected:
    HubWorld();
    ~HubWorld() override;
    void TearDown() override;

    // ---- the case system's schedule

    /// Somebody referred to this hub's service; gives the referral.
    std::string person(const std::string& first_name, const std::string& last_name, const std::string& born);
    /// A session of theirs; gives the appointment.
    std::string session(const std::string& referral, const std::string& starts, int minutes = 60);
    std::string session(const std::string& referral, const sandbox::Booking& booking);
    std::string assessment(const std::string& referral, const std::string& starts);
    void cancel(const std::string& appointment);
    /// Gives the new appointment.
    std::string move(const std::string& appointment, const std::string& to);

    // ---- machines

    /// Hours of the hub, before it is opened.
    /// Who comes when somebody asks for a person, before it is opened.
    void help_comes_from(const std::string& who) { help_from_ = who; }
    /// Reception's pages are served, too; before it is opened.
    void hub_has_reception() { has_reception_ = true; }
    /// What is owed goes to the provider as files, through these folders; before it is opened.
    void hub_writes_files();
    std::filesystem::path out() const { return folder_ / "out"; }
    std::filesystem::path returned() const { return folder_ / "returned"; }
    void hub_is_open_from(const std::string& opens, const std::string& closes);
    /// Makes the hub, reads the schedule and starts the kiosk `front` beside the door.
    void hub_opens(const std::string& at);
    void start_server();
    void stop_server() { server_.reset(); }
    void sandbox_goes_down() { sandbox_->stop(); }
    void sandbox_comes_back();
    void sync();
    KioskAtHub& front() { return *kiosks_.front(); }
    KioskAtHub& add_kiosk(const std::string& name);

    // ---- time

    base::Instant now() const { return case_clock_.now(); }
    void pass(std::chrono::microseconds time);
    void at(const std::string& wall_clock);
    /// Long enough for each kiosk to find out whether the server is there.
    void pass_a_heartbeat() { pass(kiosk::runtime::kHeartbeatEvery); }

    // ---- what staff do in a browser

    /// A new account by `hubctl`, and its first sign-in.
    support::Browser at_reception(const std::string& name, const std::string& role);

    // ---- what staff do, by hubctl

    base::Done submit(const std::string& appointment);
    base::Done settle(const std::string& appointment, const std::string& came_at);
    base::Done absent(const std::string& appointment, bool came_after_end = false);
    /// The intervention of this referral is completed.
    base::Done complete(const std::string& referral);
    /// A slip for the person of this appointment; the token that is on the sheet.
    std::string slip(const std::string& appointment);
    std::string slips();
    /// Every one that works.
    base::Done end_slips();
    std::string surveys();
    std::string outbox();
    std::string today(const std::string& day, const server::ctl::NamesFor& names_for = {});
    /// Whoever is named goes to the one call that rings.
    base::Done answer_the_call(const std::string& who);
    std::string calls();
    std::string itinerary(const std::string& day);
    std::string itinerary_changes(const std::string& day);
    /// hubctl as a member of staff would run it now, and what it printed since the last look.
    server::ctl::Hub hubctl();
    std::string said();
    std::string looks(const std::string& day);

    // ---- what people answered

    std::vector<server::app::Offer> offers(const std::string& referral);
    std::vector<server::app::AnonymousAnswer> anonymous_answers();
    /// Every byte of the record's files, as a backup of now would hold them.
    std::string record_bytes();

    // ---- what follows

    /// Everything that is due now goes to the case system.
    void forward();
    /// The same, with time going on between failed tries, at most so long.
    void forward_for(std::chrono::minutes at_most);
    /// Tries that failed are made again at their times.
    void forward_until_it_rests(const std::string& appointment);
    void forward_until_the_end_of(const std::string& appointment);

    std::vector<domain::AttendanceEvent> events(const std::string& appointment);
    /// Of the one arrival recorded for it.
    domain::AttendanceEvent arrival(const std::string& appointment);
    std::optional<domain::Update> update(const std::string& appointment);
    /// The same, where there must be one.
    domain::Update owed(const std::string& appointment);
    std::vector<domain::Update> updates_owed();
    /// Journaled and not yet accepted, as the kiosks last said.
    unsigned waiting_at_kiosks();

    /// Plays the day to the session's end, lets staff submit, and looks at what the case system was told:
    /// once, with this value and, of somebody late, this time of arrival.
    void expect_in_call_log(const std::string& appointment, domain::Attendance attendance,
                            const std::string& arrived = "");
    /// Plays the day to the session's end: the case system was told nothing.
    void expect_not_in_call_log(const std::string& appointment);
    std::vector<sandbox::Call> writes(const std::string& appointment) const;

    support::FakeClock case_clock_{london("2026-09-01 08:00")};
    support::FakeClock server_clock_{london("2026-09-01 08:00")};
    sandbox::CaseSystem case_system_{sandbox::World(1)};
    std::unique_ptr<server::hub::HubServer> server_;

private:
    struct Booked {
        base::Instant end;
        std::string path;  ///< of every write about it
    };

    std::string keep_in_mind(const std::string& appointment, std::string path);
    void make_hub();
    void advance_all(std::chrono::microseconds time);
    void look(const server::app::Store::Look& look);
    void check_writes();

    std::filesystem::path folder_;
    std::string help_from_;
    bool has_reception_ = false;
    std::string adapter_;  ///< lines of [case_system]
    std::string ringing_;
    std::string opens_ = "08:00", closes_ = "20:00";
    std::unique_ptr<sandbox::Server> sandbox_;
    std::uint16_t sandbox_port_ = 0;
    server::settings::Settings settings_;
    support::SeededEntropy entropy_{20261123};
    std::ostringstream said_;
    std::vector<std::unique_ptr<KioskAtHub>> kiosks_;
    std::map<std::string, Booked> booked_;
    std::set<std::string> expected_, expected_not_;
};

}  // namespace journeys
