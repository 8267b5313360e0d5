// The hub's copy of the case system's schedule.

#include <gtest/gtest.h>

#include "server/app/sync_schedule.h"
#include "server/case_system/sync_runner.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/unit/schedule_sync/fake_schedule.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using domain::AppointmentId;
using domain::AppointmentStatus;
using schedule::FakeSchedule;
using schedule::uuid;

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

class Schedule : public testing::Test {
protected:
    SyncOutcome sync(SyncExtent extent = SyncExtent::Everything) {
        case_system_.read.clear();
        case_system_.looked_into.clear();
        return sync_.run(extent, now_).value();
    }
    domain::Appointment held(int number) {
        return store_.record().appointments.at(AppointmentId(uuid(number)));
    }
    bool holds(int number) { return store_.record().appointments.contains(AppointmentId(uuid(number))); }

    const base::Instant now_ = at("2026-11-23T09:00:00Z");
    FakeSchedule case_system_;
    support::MemoryStore store_;
    support::SeededEntropy entropy_{11};
    ScheduleSync sync_{case_system_, store_, entropy_,
                       SyncSettings{{domain::ContractRef("OURS")}, {{"1 Any Street", "M1 1AA"}}}};
};

TEST_F(Schedule, KeepsAPersonWithTheirNeedsAndAppointments) {
    const auto id = case_system_.add(1);
    auto& referral = case_system_.entries[id].referral;
    referral.born = domain::parse_date("1980-01-01").value();
    referral.needs_interpreter = true;
    referral.interpreter_language = "Urdu";
    referral.access_needs = "Uses a wheelchair";
    case_system_.book(id, 100, now_ + 5h);
    const auto outcome = sync();
    EXPECT_TRUE(outcome.complete);
    EXPECT_EQ(outcome.problem, "");

    const auto record = store_.record();
    ASSERT_EQ(record.people.size(), 1u);
    const Person& person = record.people.begin()->second;
    EXPECT_EQ(person.crn, "X100001");
    EXPECT_EQ(person.interpreter_language, "Urdu");
    EXPECT_EQ(person.access_needs, "Uses a wheelchair");
    EXPECT_EQ(held(100).person, person.id);
    EXPECT_TRUE(held(100).at_this_hub);
    EXPECT_TRUE(domain::expected_here(held(100)));
    EXPECT_EQ(record.sync.succeeded_at, now_);
    EXPECT_EQ(record.sync.from_case_system->ahead, 3s);
}

TEST_F(Schedule, ReferralsOfOtherContractsAreDroppedAndNotReadTwice) {
    const auto id = case_system_.add(1);
    case_system_.entries[id].referral.contract = domain::ContractRef("THEIRS");
    case_system_.book(id, 100, now_ + 5h);
    sync();
    EXPECT_TRUE(store_.record().people.empty());
    EXPECT_TRUE(store_.record().appointments.empty());
    EXPECT_TRUE(case_system_.looked_into.empty());
    sync();
    EXPECT_TRUE(case_system_.read.empty());
}

TEST_F(Schedule, ReadsEveryPage) {
    for (int i = 1; i <= 120; ++i) case_system_.book(case_system_.add(i), 1000 + i, now_ + 1h);
    EXPECT_EQ(sync().read, 120u);
    EXPECT_EQ(store_.record().appointments.size(), 120u);
}

TEST_F(Schedule, OnlyInPersonAtThisHubIsExpectedHere) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ + 1h).appointment.method = domain::DeliveryMethod::PhoneCall;
    case_system_.book(id, 101, now_ + 2h).appointment.method =
        domain::DeliveryMethod::InPersonProbationOffice;
    case_system_.book(id, 102, now_ + 3h).appointment.method = domain::DeliveryMethod::VideoCall;
    case_system_.book(id, 103, now_ + 4h).postcode = "BL11AA";
    case_system_.book(id, 104, now_ + 5h).address = "2 Any Street";
    case_system_.book(id, 105, now_ + 6h).address = "1, ANY street";
    sync();
    for (const int number : {100, 101, 102, 103, 104}) {
        EXPECT_TRUE(holds(number)) << "kept, for the figures";
        EXPECT_FALSE(held(number).at_this_hub) << number;
    }
    EXPECT_TRUE(held(105).at_this_hub);
}

TEST_F(Schedule, SomebodyInPrisonIsNotExpected) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ + 1h);
    case_system_.entries[id].referral.in_custody = true;
    sync();
    EXPECT_TRUE(held(100).in_custody);
    EXPECT_FALSE(domain::expected_here(held(100)));
}

TEST_F(Schedule, HoldsTheWindowAndFollowsWhatMovesOutOfIt) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, at("2026-10-23T23:00:00Z") - 1us);  // London: 24 October begins at 23:00 UTC
    case_system_.book(id, 101, at("2026-10-23T23:00:00Z"));
    case_system_.book(id, 102, at("2026-12-08T00:00:00Z") - 1us);
    case_system_.book(id, 103, at("2026-12-08T00:00:00Z"));
    sync();
    EXPECT_FALSE(holds(100));
    EXPECT_TRUE(holds(101));
    EXPECT_TRUE(holds(102));
    EXPECT_FALSE(holds(103));
    case_system_.entries[id].sessions[2].appointment.start = at("2027-01-08T00:00:00Z");
    sync();
    EXPECT_EQ(held(102).start, at("2027-01-08T00:00:00Z"));
}

TEST_F(Schedule, NobodyWithoutAnAppointmentIsHeld) {
    case_system_.add(1);
    sync();
    EXPECT_TRUE(store_.record().people.empty());
    EXPECT_TRUE(store_.record().referrals.empty());
}

TEST_F(Schedule, MovedSettledAndCancelledOnesAreFollowed) {
    const auto id = case_system_.add(1);
    for (const int number : {100, 101, 102, 103}) case_system_.book(id, number, now_ + 1h);
    sync();
    auto& sessions = case_system_.entries[id].sessions;
    sessions[0].appointment.status = AppointmentStatus::Superseded;
    sessions[1].appointment.status = AppointmentStatus::Settled;
    sessions.erase(sessions.begin() + 2);
    const auto before = store_.record().appointments.size();
    sync();
    EXPECT_EQ(held(100).status, AppointmentStatus::Superseded);
    EXPECT_EQ(held(101).status, AppointmentStatus::Settled);
    EXPECT_EQ(held(102).status, AppointmentStatus::Cancelled);
    EXPECT_EQ(held(103).status, AppointmentStatus::Live);
    EXPECT_EQ(store_.record().appointments.size(), before) << "nothing is deleted";
}

TEST_F(Schedule, AnAppointmentOfAPlanThatIsNoLongerNamedIsNotTakenForCancelled) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ + 1h);
    sync();
    case_system_.entries[id].referral.action_plans.clear();
    case_system_.entries[id].sessions.clear();
    sync();
    EXPECT_EQ(held(100).status, AppointmentStatus::Live);
}

TEST_F(Schedule, OneBadReferralDoesNotStopTheOthersAndIsToldOf) {
    for (int i = 1; i <= 30; ++i) case_system_.book(case_system_.add(i), 1000 + i, now_ + 1h);
    sync();
    for (auto& [id, entry] : case_system_.entries) entry.sessions.clear();
    case_system_.broken[domain::ReferralId(uuid(7))] = CaseFailure::NotUnderstood;
    const auto outcome = sync();
    EXPECT_TRUE(outcome.complete);
    EXPECT_EQ(outcome.not_read, 1u);
    EXPECT_EQ(held(1007).status, AppointmentStatus::Live) << "only a whole reading cancels";
    EXPECT_EQ(held(1008).status, AppointmentStatus::Cancelled);
    EXPECT_EQ(store_.record().sync.succeeded_at, now_);
    EXPECT_NE(store_.record().sync.problem.find("1 referral"), std::string::npos);
}

TEST_F(Schedule, AFailedSyncKeepsTheOldCopyAndSaysSo) {
    case_system_.book(case_system_.add(1), 100, now_ + 1h);
    sync();
    case_system_.page_failure = CaseFailure::Unreachable;
    const auto later = sync_.run(SyncExtent::Everything, now_ + 10min).value();
    EXPECT_FALSE(later.complete);
    EXPECT_EQ(held(100).status, AppointmentStatus::Live);
    const auto state = store_.record().sync;
    EXPECT_EQ(state.succeeded_at, now_);
    EXPECT_EQ(state.tried_at, now_ + 10min);
    EXPECT_NE(state.problem.find("It is down."), std::string::npos);
}

TEST_F(Schedule, StopsWhenTheCaseSystemGoesAwayHalfWay) {
    for (int i = 1; i <= 100; ++i) {
        const auto id = case_system_.add(i);
        case_system_.book(id, 1000 + i, now_ + 1h);
        if (i > 20) case_system_.broken[id] = CaseFailure::Unreachable;
    }
    const auto outcome = sync();
    EXPECT_FALSE(outcome.complete);
    EXPECT_EQ(outcome.read, 20u);
    EXPECT_EQ(case_system_.read.size(), 40u) << "one batch more, not sixty waits for nothing";
    EXPECT_EQ(store_.record().appointments.size(), 20u);
}

TEST_F(Schedule, OnePersonWithTwoReferralsIsOnePerson) {
    const auto first = case_system_.add(1);
    const auto second = case_system_.add(2);
    case_system_.entries[second].referral.crn = "X100001";
    case_system_.book(first, 100, now_ + 1h);
    case_system_.book(second, 101, now_ + 2h);
    sync();
    EXPECT_EQ(store_.record().people.size(), 1u);
    EXPECT_EQ(held(100).person, held(101).person);
}

TEST_F(Schedule, ACorrectedCrnStaysTheSamePerson) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ + 1h);
    sync();
    const auto before = held(100).person;
    case_system_.entries[id].referral.crn = "Y999999";
    sync();
    EXPECT_EQ(held(100).person, before);
    EXPECT_EQ(store_.record().people.at(before).crn, "Y999999");
}

TEST_F(Schedule, WhatHasNotChangedIsNotWritten) {
    case_system_.book(case_system_.add(1), 100, now_ + 1h);
    EXPECT_EQ(sync().changed, 1u);
    EXPECT_EQ(sync().changed, 0u);
}

TEST_F(Schedule, NobodyIsExpectedAfterTheirReferralHasEnded) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ + 1h);
    case_system_.book(id, 101, now_ + 24h);
    sync();
    case_system_.entries[id].referral.ended_at = now_;
    sync();
    const auto status = [&](int number) {
        return store_.record().appointments.at(domain::AppointmentId(uuid(number))).status;
    };
    EXPECT_EQ(status(100), domain::AppointmentStatus::Live) << "it is on the day of the end, and counts";
    EXPECT_EQ(status(101), domain::AppointmentStatus::Cancelled);
    EXPECT_EQ(sync().changed, 0u);
    case_system_.entries[id].referral.ended_at.reset();
    sync();
    EXPECT_EQ(status(101), domain::AppointmentStatus::Live) << "the end was a mistake";
}

TEST_F(Schedule, SomebodyErasedStaysErasedAsLongAsNothingIsToCome) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ - 24h * 29);
    sync();
    const domain::PersonId person = store_.record().people.begin()->first;
    ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) {
        return transaction.erase({"erasure", now_, person, "hub-server", "their time was over"});
    }));
    const base::Instant later = now_ + 24h * 2;
    case_system_.book(id, 101, later + 24h * 20);
    for (const SyncExtent extent : {SyncExtent::Everything, SyncExtent::TodayAndTomorrow}) {
        ASSERT_TRUE(sync_.run(extent, later)->complete);
        EXPECT_TRUE(store_.record().people.empty());
    }
}

TEST_F(Schedule, SomebodyErasedWhoComesBackIsANewPerson) {
    const auto id = case_system_.add(1);
    case_system_.book(id, 100, now_ - 24h);
    sync();
    const domain::PersonId before = store_.record().people.begin()->first;
    ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) {
        return transaction.erase({"erasure", now_, before, "hub-server", "their time was over"});
    }));
    case_system_.book(id, 101, now_ + 1h);
    sync();
    const auto record = store_.record();
    ASSERT_EQ(record.people.size(), 1u);
    EXPECT_NE(record.people.begin()->first, before);
    EXPECT_EQ(record.people.begin()->second.crn, "X100001");
    const auto& next = record.appointments.at(domain::AppointmentId(uuid(101)));
    EXPECT_EQ(next.person, record.people.begin()->first);
    EXPECT_TRUE(domain::expected_here(next));
}

TEST_F(Schedule, ReferralsConcludedBeforeTheFiguresNeedThemAreNotRead) {
    const auto old = case_system_.add(1);
    case_system_.entries[old].concluded_at = now_ - 24h * 430;
    const auto fresh = case_system_.add(2);
    case_system_.entries[fresh].concluded_at = now_ - 24h;
    sync();
    EXPECT_EQ(case_system_.read, std::vector{fresh});
}

TEST_F(Schedule, TheFrequentSyncReadsTodaysAndTomorrowsAndNewOnesAndSomeOthersInTurn) {
    for (int i = 1; i <= 250; ++i)
        case_system_.book(case_system_.add(i), 1000 + i, i <= 3 ? now_ + 24h * (i - 1) : now_ + 24h * 5);
    sync();
    case_system_.book(case_system_.add(300), 1300, now_ + 2h);
    std::set<domain::ReferralId> seen;
    for (int pass = 0; pass < 3; ++pass) {
        sync(SyncExtent::TodayAndTomorrow);
        EXPECT_EQ(case_system_.read.front(), domain::ReferralId(uuid(1)));
        for (const int expected : {1, 2, 300})
            EXPECT_EQ(std::count(case_system_.read.begin(), case_system_.read.end(),
                                 domain::ReferralId(uuid(expected))),
                      1);
        EXPECT_EQ(case_system_.read.size(), 3 + kOthersInTurn);
        seen.insert(case_system_.read.begin(), case_system_.read.end());
    }
    EXPECT_EQ(seen.size(), 251u) << "after three passes everybody was read";
    EXPECT_TRUE(holds(1300));
}

TEST_F(Schedule, StopsBetweenBatchesWhenAsked) {
    for (int i = 1; i <= 60; ++i) case_system_.book(case_system_.add(i), 1000 + i, now_ + 1h);
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = sync_.run(SyncExtent::Everything, now_, stop.get_token()).value();
    EXPECT_FALSE(outcome.complete);
    EXPECT_TRUE(case_system_.read.empty());
}

TEST_F(Schedule, RunsEverythingAtStartAndEachNightAndTodayEveryTenMinutes) {
    support::FakeClock clock(at("2026-11-23T09:00:00Z"));
    server::case_system::SyncRunner runner(sync_, clock, {});
    EXPECT_EQ(runner.run_once(), SyncExtent::Everything);
    EXPECT_EQ(runner.run_once(), std::nullopt);
    clock.advance(10min - 1s);
    EXPECT_EQ(runner.run_once(), std::nullopt);
    clock.advance(1s);
    EXPECT_EQ(runner.run_once(), SyncExtent::TodayAndTomorrow);
    clock.set(at("2026-11-24T02:29:59Z"));
    EXPECT_EQ(runner.run_once(), SyncExtent::TodayAndTomorrow);
    clock.set(at("2026-11-24T02:40:00Z"));
    case_system_.page_failure = CaseFailure::Unreachable;
    EXPECT_EQ(runner.run_once(), SyncExtent::Everything);
    case_system_.page_failure.reset();
    clock.advance(10min);
    EXPECT_EQ(runner.run_once(), SyncExtent::Everything) << "the night's did not come to its end";
    clock.advance(10min);
    EXPECT_EQ(runner.run_once(), SyncExtent::TodayAndTomorrow);
}

TEST_F(Schedule, AClockThatIsSetBackDoesNotStopTheSync) {
    support::FakeClock clock(at("2026-11-23T09:00:00Z"));
    server::case_system::SyncRunner runner(sync_, clock, {});
    EXPECT_TRUE(runner.run_once());
    clock.set(at("2026-11-23T08:00:00Z"));
    EXPECT_TRUE(runner.run_once());
}

}  // namespace
