#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/net/hmac.h"
#include "kiosk/runtime/runtime.h"
#include "server/app/decide.h"
#include "server/hub/hub_server.h"
#include "tests/integration/privacy/markers.h"
#include "tests/sandbox/server.h"
#include "tests/support/fake_clock.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/tls/tls_client.h"

namespace tests {

/// The stand-in for the case system, a hub server, and a kiosk without a window, over real sockets and with
/// their real files in one folder; what they log, and whatever is written to standard error, goes to files
/// there too. The people are marked: whatever is personal about them is a text that stands nowhere else. A
/// Monday, ten to two.
class MarkedDay : public testing::Test {
protected:
    MarkedDay();
    ~MarkedDay() override;

    /// Invents somebody whose every personal text is a marker; a session starts so long after two.
    /// Returns the appointment's id.
    domain::AppointmentId expect(const std::string& first_name, const std::string& last_name,
                                 const std::string& crn, const std::string& born,
                                 std::chrono::minutes after_two);
    /// A text that staff write: hashed by nobody, to be sealed here and sent in bodies only.
    std::string staff_words(const std::string& text);

    void start_server();
    void start_kiosk();
    void pass(std::chrono::seconds time);
    void press(const kiosk::app::Press& press);
    /// The person types a birthday and a letter, and says that this is right.
    void check_in(unsigned day, unsigned month, char letter);

    /// A person's decision, as hubctl and reception take it.
    template <class Act>
    void decide(const domain::AppointmentId& appointment, const std::string& reason, const Act& act) {
        const base::Done done =
            server_->record().write_and_wait([&](server::app::Transaction& tx) -> base::Done {
                const server::app::Moment moment{clock_.now(), domain::ClockState::Sure};
                const server::app::Occasion occasion{moment, hub_->settings().rules, calendar_, entropy_};
                return act(tx, server::app::Decision{appointment, actor_, reason}, occasion);
            });
        ASSERT_TRUE(done) << done.error().message;
    }
    /// Lets the outbox work until nothing is due.
    void forward();

    std::unique_ptr<support::TlsClient> client();
    std::string log_file() const { return (hub_->path() / "log.txt").string(); }
    std::string error_file() const { return (hub_->path() / "stderr.txt").string(); }

    Markers markers_;
    support::FakeClock clock_{base::parse_instant("2026-11-23T13:50:00Z").value()};
    support::SeededEntropy entropy_{11};
    sandbox::CaseSystem system_{sandbox::World(7)};
    std::unique_ptr<sandbox::Server> sandbox_;
    std::unique_ptr<support::HubFolder> hub_;
    std::unique_ptr<server::hub::HubServer> server_;
    std::unique_ptr<kiosk::runtime::Runtime> kiosk_;
    std::string actor_;

private:
    const kiosk::net::Hmac kiosk_hash_;
    int standard_error_ = -1;  ///< the real one, to be put back
    const domain::Calendar calendar_;
};

}  // namespace tests
