#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/runtime/outside.h"
#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"
#include "tests/integration/kiosk_outside/fake_hub.h"
#include "tests/support/fake_clock.h"
#include "tests/support/seeded_entropy.h"

namespace outside_test {

namespace app = kiosk::app;
using kiosk::journal::Journal;
using kiosk::journal::KeptRecord;
using kiosk::journal::Options;
using kiosk::journal::RecordState;
using kiosk::runtime::Outside;
using support::Said;

inline constexpr std::chrono::milliseconds kSettle{20'000};
inline const std::string kArrivals = protocol::kArrivalsPath;
inline const std::string kHeartbeat = protocol::kHeartbeatPath;

/// Journal, sending and heartbeats of a kiosk without a screen, on a clock that stands until a test lets it
/// pass, before a hub that says what it is told to. Everything that follows from an act has happened when
/// perform() or pass() comes back.
class OutsideTest : public testing::Test {
protected:
    OutsideTest()
        : folder_(std::filesystem::temp_directory_path() / ("kiosk-outside-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(folder_);
    }
    ~OutsideTest() override {
        outside_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::string journal_path() const { return (folder_ / "journal.db").string(); }

    void start(const Options& options = {}) {
        const auto kiosk = hub_.authority().kiosk("front-door");
        auto https = kiosk::net::Https::start(
            {hub_.url(), hub_.authority().certificate(), kiosk.certificate, base::Secret(kiosk.key)});
        outside_ = std::make_unique<Outside>(
            Outside::Parts{clock_, entropy_, journal_path(), options, std::move(*https), [] {},
                           [this](const app::Event& event) { events_.push_back(event); },
                           [this](const std::string& fault) { faults_.push_back(fault); }, staff_});
        settle();
    }
    void stop() { outside_.reset(); }
    void settle() { ASSERT_TRUE(outside_->settle(kSettle)) << "the workers did not come to rest"; }
    void pass(std::chrono::seconds time) {
        clock_.advance(time);
        settle();
    }
    void perform(const app::Effect& effect) {
        outside_->perform(effect);
        settle();
    }

    domain::DeviceTime clocks() const { return domain::read_device_time(clock_); }

    domain::ArrivalId keep_arrival() {
        protocol::ArrivalRequest request;
        request.arrival = domain::ArrivalId(base::new_uuid(entropy_));
        request.person = domain::PersonId("p1");
        request.appointments = {domain::AppointmentId(base::new_uuid(entropy_))};
        request.first_touch = domain::read_device_time(clock_);
        request.run_began = request.first_touch;
        request.language = "en";
        perform(app::effect::KeepArrival{request});
        return request.arrival;
    }

    /// How many events of this kind have come since the last look.
    template <class T>
    std::size_t count() const {
        std::size_t number = 0;
        for (const app::Event& event : events_) number += std::holds_alternative<T>(event) ? 1 : 0;
        return number;
    }
    template <class T>
    const T* last() const {
        const T* found = nullptr;
        for (const app::Event& event : events_) {
            if (const T* one = std::get_if<T>(&event)) found = one;
        }
        return found;
    }
    /// What the journal holds; the kiosk must be stopped.
    std::vector<KeptRecord> journaled() const { return Journal::open(journal_path()).value().all().value(); }
    protocol::Heartbeat last_heartbeat() const {
        return protocol::decode_heartbeat(hub_.seen(kHeartbeat).back().body).value();
    }

    std::filesystem::path folder_;
    FakeHub hub_;
    support::FakeClock clock_{base::parse_instant("2026-11-22T14:00:00Z").value()};
    support::SeededEntropy entropy_{7};
    std::vector<app::Event> events_;
    std::vector<std::string> faults_;
    kiosk::runtime::StaffFiles staff_;
    std::unique_ptr<Outside> outside_;
};

}  // namespace outside_test
