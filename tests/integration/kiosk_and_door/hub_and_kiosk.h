#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/net/hmac.h"
#include "kiosk/runtime/runtime.h"
#include "server/crypto/hmac_keyed_hash.h"
#include "server/http/hub_use_cases.h"
#include "server/http/kiosk_door.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/tls/authority.h"

namespace tests {

/// A kiosk without a window and the server's real kiosk door with the hub's use cases, over real TLS and with
/// a real journal; the record is in memory. Each machine has a clock of its own, and both go on together.
class HubAndKiosk : public testing::Test {
protected:
    HubAndKiosk();
    ~HubAndKiosk() override;

    void open_door();
    void close_door() { door_.reset(); }
    void start_kiosk();
    void stop_kiosk() { kiosk_.reset(); }

    /// Ada, born on 7 November 1990, has one appointment that starts so long after 14:00.
    void expect_ada(std::chrono::minutes after_two);
    void pass(std::chrono::seconds time);
    void settle();
    void press(const kiosk::app::Press& press);
    /// Touches her way to "Is this right?".
    void ada_is_found();
    kiosk::app::Step step() const { return kiosk_->model().visit.step; }
    const kiosk::app::Visit& visit() const { return kiosk_->model().visit; }
    std::vector<domain::AttendanceEvent> events() const { return store_.record().events; }

    std::filesystem::path folder_;
    support::Authority authority_{"Invented Hub CA"};
    support::Identity kiosk_identity_ = authority_.kiosk("front-door");
    support::MemoryStore store_;
    support::FakeClock server_clock_{base::parse_instant("2026-11-23T13:50:00Z").value()};
    support::FakeClock kiosk_clock_{base::parse_instant("2026-11-23T13:50:00Z").value()};
    support::SeededEntropy server_entropy_{1}, kiosk_entropy_{2};
    std::atomic<bool> revoked_{false};
    std::unique_ptr<kiosk::runtime::Runtime> kiosk_;

private:
    const server::crypto::HmacKeyedHash server_hash_;
    const kiosk::net::Hmac kiosk_hash_;
    const domain::Calendar calendar_;
    std::unique_ptr<server::http::KioskDoor> door_;
    std::uint16_t port_ = 0;
};

}  // namespace tests
