// Many updates at once, over several connections, with answers that get lost: every one is told once.

#include <array>
#include <iostream>
#include <random>

#include "tests/contract/refer_and_monitor/hub_and_sandbox.h"

namespace contract {
namespace {

using domain::Attendance;
using domain::UpdateState;
using sandbox::FaultKind;

constexpr int kReferrals = 12;
constexpr int kFaults = 15;

class ManyUpdates : public HubAndSandbox {
protected:
    /// Two sessions of each referral, all over now, of each of which a person has decided to submit.
    void owe_many() {
        const base::Instant start = at("2026-11-23T09:00:00Z");
        for (int i = 0; i < kReferrals; ++i) {
            const std::string referral = add_person();
            ids_.push_back(book_session(referral, start));
            ids_.push_back(book_session(referral, start + std::chrono::hours{1}));
        }
        connect();
        sync();
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            owe(ids_[i], i % 3 == 0 ? Attendance::Late : Attendance::Yes);
            decide(ids_[i]);
        }
        set_clocks(at("2026-11-23T12:00:00Z"));
    }
    void expect_each_once() {
        for (const std::string& id : ids_) {
            EXPECT_EQ(update_of(id).state, UpdateState::Submitted) << update_of(id).why;
            const sandbox::Effects effects = system_.effects(id);
            EXPECT_EQ(effects.submits, 1);
            EXPECT_EQ(effects.attendance.size(), 1U);
        }
    }

    std::vector<std::string> ids_;
};

TEST_F(ManyUpdates, AreEachToldOnceInOneRun) {
    owe_many();
    ASSERT_TRUE(outbox_->run_once());
    expect_each_once();
    for (const std::string& id : ids_) EXPECT_EQ(system_.effects(id).attendance.at("yes"), 1);
}

TEST_F(ManyUpdates, AreEachSubmittedOnceThoughAnswersAreLost) {
    constexpr std::uint64_t kSeed = 41;
    std::cout << "seed " << kSeed << '\n';
    std::mt19937_64 chance(kSeed);
    owe_many();
    for (int round = 0; round < kFaults; ++round) {
        sandbox::Fault fault;
        fault.kind = chance() % 2 == 0 ? FaultKind::DropUnanswered : FaultKind::StatusUnheeded;
        fault.method = std::array{"GET", "PUT", "POST"}[chance() % 3];
        fault.times = 1 + static_cast<int>(chance() % 3);
        system_.add_fault(fault);
        ASSERT_TRUE(outbox_->run_once());
        set_clocks(clock_.now() + std::chrono::minutes{5});
    }
    system_.clear_faults();
    run_outbox(12);
    expect_each_once();
}

}  // namespace
}  // namespace contract
