// Five hundred connections that trickle: honest kiosks are answered all the while, and the trickling ones are
// all gone after the time-outs that docs/protocol.md names (shorter here).

#include <algorithm>
#include <atomic>
#include <iostream>
#include <thread>

#include "tests/integration/http/door_fixture.h"
#include "tests/support/tls/attack.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::http::Limits;
using Steady = std::chrono::steady_clock;

constexpr int kAttackers = 500;
constexpr int kBeforeHandshake = 150;  ///< of them
constexpr int kAnAddress = 50;         ///< below the limit of connections an address
constexpr int kHonest = 4;
constexpr int kRequestsMax = 200'000;  ///< of one honest kiosk
constexpr int kRequestsAConnection = 25;
constexpr std::chrono::milliseconds kTimeOut = 2s;
constexpr std::chrono::milliseconds kSlack = 10s;  ///< for a crowded machine to notice a time-out
constexpr std::chrono::milliseconds kPause = 100ms;

/// Longer than any machine takes to open all the attackers one after the other.
constexpr std::chrono::milliseconds kNever = 1h;

/// Only this time-out can end an attacker: not the pause between its handshake and its first byte, which is
/// as long as a crowded machine needs to open the others.
Limits limits(std::chrono::milliseconds time_out) {
    Limits limits;
    limits.handshake = limits.request = time_out;
    limits.idle = kNever;
    limits.connections_a_holder = kAttackers + kHonest;
    return limits;
}

/// What one honest kiosk met.
struct Honest {
    int answered = 0;
    int failed = 0;
    std::vector<Steady::duration> took;
};

class Trickle : public Door {
protected:
    void open_all(support::Attack& attack) {
        const support::Identity stolen = authority_.kiosk("stolen");
        admit(stolen, "stolen");
        for (int i = 0; i < kAttackers; ++i) {
            const std::string address = "127.0.1." + std::to_string(1 + i / kAnAddress);
            if (i < kAttackers - kBeforeHandshake)
                attack.add_behind_handshake(door_->port(), stolen, address);
            else
                attack.add_before_handshake(door_->port(), address);
        }
    }

    /// Finds people until told to stop, on a new connection from time to time.
    Honest be_honest(const std::atomic<bool>& stop, int at_most = kRequestsMax) {
        Honest met;
        std::unique_ptr<support::TlsClient> kiosk;
        const std::string request = find_request();
        for (int i = 0; i < at_most && !stop; ++i) {
            if (i % kRequestsAConnection == 0) kiosk = client(kiosk_identity_);
            const auto asked = Steady::now();
            (kiosk->ask(request).status == 200 ? met.answered : met.failed) += 1;
            met.took.push_back(Steady::now() - asked);
        }
        return met;
    }

    /// The door hears of new and ended connections on its own threads.
    bool comes_to(std::size_t connections) {
        const auto began = Steady::now();
        while (door_->connections() != connections && Steady::now() - began < kSlack)
            std::this_thread::yield();
        return door_->connections() == connections;
    }
};

double p99_ms(const std::vector<Honest>& kiosks) {
    std::vector<Steady::duration> all;
    for (const Honest& kiosk : kiosks) all.insert(all.end(), kiosk.took.begin(), kiosk.took.end());
    if (all.empty()) return 0;
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() * 99 / 100);
    std::nth_element(all.begin(), at, all.end());
    return std::chrono::duration<double, std::milli>(*at).count();
}

TEST_F(Trickle, FiveHundredTricklingConnectionsStopNobodyAndAreAllGoneAfterTheTimeOut) {
    open(limits(kTimeOut));
    std::vector<Honest> met(kHonest);
    std::atomic<bool> stop{false};
    const auto honest_while = [&](const auto& what, int at_most) {
        std::vector<std::thread> kiosks;
        for (Honest& one : met) kiosks.emplace_back([&] { one = be_honest(stop, at_most); });
        what();
        for (std::thread& kiosk : kiosks) kiosk.join();
    };
    honest_while([] {}, 100);
    const double alone = p99_ms(met);

    support::Attack attack;
    open_all(attack);
    EXPECT_EQ(attack.size(), static_cast<std::size_t>(kAttackers));
    EXPECT_TRUE(comes_to(kAttackers)) << "all of them are in at once: " << door_->connections();
    honest_while(
        [&] {
            attack.trickle(kPause, kTimeOut + kSlack);
            stop = true;
        },
        kRequestsMax);

    int answered = 0;
    for (const Honest& kiosk : met) {
        EXPECT_EQ(kiosk.failed, 0);
        EXPECT_GT(kiosk.answered, 0);
        answered += kiosk.answered;
    }
    EXPECT_EQ(attack.still_open(), 0U);
    EXPECT_GE(attack.first_ended_after(), kTimeOut) << "something else than the time-out ended it";
    EXPECT_TRUE(comes_to(0)) << door_->connections() << " connections are left";
    EXPECT_EQ(ask(find_request()).status, 200);
    std::cout << answered << " honest requests answered during the attack; ended after "
              << attack.first_ended_after().count() << " to " << attack.last_ended_after().count()
              << " ms of " << kTimeOut.count() << "; p99 alone " << alone << " ms, attacked " << p99_ms(met)
              << " ms\n";
}

/// The proof above is worth nothing unless the time-out is what ends them.
TEST_F(Trickle, WithoutTheTimeOutTheyWouldStay) {
    open(limits(kNever));
    support::Attack attack;
    open_all(attack);
    ASSERT_EQ(attack.size(), static_cast<std::size_t>(kAttackers)) << "some never shook hands";
    ASSERT_TRUE(comes_to(kAttackers)) << "only " << door_->connections() << " were let in";
    attack.trickle(kPause, kTimeOut + 1s);
    EXPECT_EQ(attack.still_open(), static_cast<std::size_t>(kAttackers));
    EXPECT_EQ(door_->connections(), static_cast<std::size_t>(kAttackers));
    EXPECT_EQ(ask(find_request()).status, 200);
}

}  // namespace
}  // namespace tests
