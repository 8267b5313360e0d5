// What the sync keeps for the figures of the contract, and how little it reads for it.

#include "server/app/histories.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "server/app/sync_schedule.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/unit/schedule_sync/fake_schedule.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using domain::ReferralId;
using schedule::FakeSchedule;
using schedule::kPlan;
using schedule::uuid;

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

class Histories : public testing::Test {
protected:
    SyncOutcome sync(SyncExtent extent = SyncExtent::Everything) {
        case_system_.read.clear();
        case_system_.plans_read.clear();
        return sync_.run(extent, now_).value();
    }
    /// A referral of ours with an approved plan.
    ReferralId add(int number) {
        const ReferralId id = case_system_.add(number);
        auto& entry = case_system_.entries[id];
        entry.referral.received_at = at("2026-09-01T08:00:00Z");
        entry.referral.names_approved_plans = true;
        entry.plans = {{kPlan, at("2026-09-20T10:00:00Z")}};
        return id;
    }
    void conclude(const ReferralId& id, const char* when) {
        auto& entry = case_system_.entries[id];
        entry.concluded_at = entry.referral.concluded_at = entry.referral.ended_at = at(when);
        entry.referral.concluded = true;
    }
    const History& held(const ReferralId& id) {
        record_ = store_.record();
        return record_.histories.at(id).history;
    }
    bool holds(const ReferralId& id) { return store_.record().histories.contains(id); }

    base::Instant now_ = at("2026-11-23T09:00:00Z");
    FakeSchedule case_system_;
    support::MemoryStore store_;
    support::MemoryRecord record_;
    support::SeededEntropy entropy_{12};
    ScheduleSync sync_{case_system_, store_, entropy_,
                       SyncSettings{{domain::ContractRef("OURS")}, {{"1 Any Street", "M1 1AA"}}}};
};

TEST_F(Histories, HoldEveryAppointmentOfAReferralHoweverLongAgo) {
    const ReferralId id = add(1);
    auto& came = case_system_.book(id, 100, at("2026-09-10T10:00:00Z"));
    came.attendance.attended = domain::Attendance::Yes;
    came.attendance.late = true;
    came.attendance.session_happened = true;
    came.attendance.submitted = true;
    came.appointment.status = domain::AppointmentStatus::Settled;
    case_system_.book(id, 101, at("2026-09-11T10:00:00Z")).appointment.status =
        domain::AppointmentStatus::Superseded;
    case_system_.book(id, 102, at("2027-03-01T10:00:00Z"));
    sync();

    const auto& told = held(id).told;
    EXPECT_EQ(told.received_at, at("2026-09-01T08:00:00Z"));
    EXPECT_EQ(told.plans, (std::vector<server::figures::Plan>{{true, at("2026-09-20T10:00:00Z")}}));
    ASSERT_EQ(told.meetings->size(), 3U);
    EXPECT_EQ(told.meetings->at(0).attendance, domain::Attendance::Late) << "lateness is a flag beside yes";
    EXPECT_EQ(told.meetings->at(0).session_held, true);
    EXPECT_TRUE(told.meetings->at(0).submitted);
    EXPECT_FALSE(told.meetings->at(1).stands) << "moved";
    EXPECT_TRUE(told.meetings->at(2).stands);
    EXPECT_TRUE(store_.record().appointments.empty()) << "none of them is of the daily list";
    EXPECT_TRUE(store_.record().people.empty()) << "nor is the person";
    EXPECT_EQ(store_.record().histories.at(id).crn, "X100001");
}

TEST_F(Histories, TellHowAReferralEnded) {
    const ReferralId id = add(1);
    conclude(id, "2026-11-10T12:00:00Z");
    auto& referral = case_system_.entries[id].referral;
    referral.end_requested = true;
    referral.end_code = "MOV";
    referral.end_report = server::figures::EndOfServiceReport{at("2026-11-09T12:00:00Z"), 1.5};
    case_system_.book(id, 100, at("2026-11-12T10:00:00Z"));
    sync();
    const auto& told = held(id).told;
    EXPECT_EQ(told.concluded_at, at("2026-11-10T12:00:00Z"));
    EXPECT_TRUE(told.end_requested);
    EXPECT_EQ(told.end_code, "MOV");
    EXPECT_EQ(told.end_report->score, 1.5);
    EXPECT_FALSE(told.meetings->at(0).stands) << "listed for after the end";
}

TEST_F(Histories, OfThoseThatEndedLongAgoAreReadOnceAndAgainOnlyWithAnotherEnd) {
    const ReferralId id = add(1);
    conclude(id, "2026-02-10T12:00:00Z");
    sync(SyncExtent::TodayAndTomorrow);
    EXPECT_EQ(case_system_.read, std::vector{id});
    EXPECT_TRUE(holds(id));
    sync();
    sync(SyncExtent::TodayAndTomorrow);
    EXPECT_TRUE(case_system_.read.empty());
    conclude(id, "2026-02-10T12:00:00.250Z");
    sync();
    EXPECT_TRUE(case_system_.read.empty()) << "the same moment, spelled with another fraction";
    conclude(id, "2026-02-12T12:00:00Z");
    sync();
    EXPECT_EQ(case_system_.read, std::vector{id});
    EXPECT_EQ(held(id).told.concluded_at, at("2026-02-12T12:00:00Z"));
}

TEST_F(Histories, OfThoseThatEndedMoreThan14MonthsAgoAreNeitherReadNorKept) {
    const ReferralId just = add(1);
    const ReferralId over = add(2);
    conclude(just, "2025-09-23T00:30:00+01:00");
    conclude(over, "2025-09-22T23:30:00+01:00");
    sync();
    EXPECT_TRUE(holds(just));
    EXPECT_FALSE(holds(over));
    EXPECT_EQ(case_system_.read, std::vector{just});
}

TEST_F(Histories, OfManyThatEndedAreReadSomeAtATimeAndAreNotWholeBeforeTheLast) {
    for (int i = 1; i <= static_cast<int>(kEndedAtATime) + 5; ++i) conclude(add(i), "2026-02-10T12:00:00Z");
    EXPECT_EQ(sync().read, kEndedAtATime);
    EXPECT_FALSE(store_.record().history_reading);
    EXPECT_EQ(sync(SyncExtent::TodayAndTomorrow).read, 5U);
    EXPECT_FALSE(store_.record().history_reading) << "this one did not read the others";
    EXPECT_EQ(sync().read, 0U);
    EXPECT_EQ(store_.record().history_reading, (HistoryReading{now_, 0}));
}

TEST_F(Histories, ThatCannotBeReadKeepNeitherTheScheduleNorTheOthersWaiting) {
    std::vector<ReferralId> ended;
    for (int i = 1; i <= static_cast<int>(kEndedAtATime) + 5; ++i) {
        ended.push_back(add(i));
        conclude(ended.back(), "2026-02-10T12:00:00Z");
    }
    std::ranges::sort(ended);
    for (std::size_t i = 0; i < kEndedAtATime; ++i) case_system_.broken[ended[i]] = CaseFailure::Unreachable;
    const SyncOutcome first = sync();
    EXPECT_TRUE(first.complete) << first.problem;
    EXPECT_EQ(first.not_read, kEndedAtATime);
    sync();
    for (std::size_t i = kEndedAtATime; i < ended.size(); ++i) EXPECT_TRUE(holds(ended[i])) << i;
}

TEST_F(Histories, TellHowManyReferralsCouldNotBeRead) {
    add(1);
    const ReferralId bad = add(2);
    case_system_.broken[bad] = CaseFailure::NotUnderstood;
    sync();
    EXPECT_EQ(store_.record().history_reading, (HistoryReading{now_, 1}));
    EXPECT_FALSE(holds(bad));
}

TEST_F(Histories, AreNotWholeWhenTheListWasNotReadToItsEnd) {
    add(1);
    case_system_.page_failure = CaseFailure::Unreachable;
    sync();
    EXPECT_FALSE(store_.record().history_reading);
}

TEST_F(Histories, ThatTheWholeListLacksAreMarkedUntilItHasThemAgain) {
    const ReferralId stays = add(1);
    const ReferralId goes = add(2);
    sync();
    const auto unlisted_at = [&](const ReferralId& id) {
        return store_.record().histories.at(id).unlisted_at;
    };
    EXPECT_EQ(unlisted_at(goes), std::nullopt);
    auto entry = case_system_.entries.extract(goes);
    const base::Instant gone_at = now_ += 1h;
    sync();
    EXPECT_EQ(unlisted_at(goes), gone_at);
    EXPECT_EQ(unlisted_at(stays), std::nullopt);
    now_ += 1h;
    sync(SyncExtent::TodayAndTomorrow);
    EXPECT_EQ(unlisted_at(goes), gone_at);
    case_system_.entries.insert(std::move(entry));
    sync();
    EXPECT_EQ(unlisted_at(goes), std::nullopt);
    case_system_.entries.clear();
    sync();
    EXPECT_EQ(unlisted_at(goes), std::nullopt) << "an empty list says nothing of anybody";
}

TEST_F(Histories, AskForThePlansOnlyWhenOthersAreApproved) {
    const ReferralId id = add(1);
    sync();
    EXPECT_EQ(case_system_.plans_read, std::vector{id});
    sync();
    EXPECT_TRUE(case_system_.plans_read.empty());
    EXPECT_EQ(held(id).told.plans->size(), 1U);
    case_system_.entries[id].referral.action_plans.push_back(uuid(77));
    case_system_.entries[id].plans.push_back({uuid(77), std::nullopt});
    sync();
    EXPECT_EQ(case_system_.plans_read, std::vector{id});
    EXPECT_EQ(held(id).told.plans->size(), 2U);
}

TEST_F(Histories, DoNotKeepTheScheduleWaitingForPlansThatCannotBeRead) {
    const ReferralId id = add(1);
    case_system_.book(id, 100, now_ + 2h);
    case_system_.broken_plans.insert(id);
    const auto outcome = sync();
    EXPECT_EQ(outcome.problem, "");
    EXPECT_EQ(store_.record().appointments.size(), 1U);
    EXPECT_EQ(held(id).told.plans, std::nullopt) << "not known, and never none";
    case_system_.broken_plans.clear();
    sync();
    EXPECT_EQ(held(id).told.plans->size(), 1U) << "asked for again";
}

TEST_F(Histories, TellOfAPlanThatNobodyApproved) {
    const ReferralId id = add(1);
    auto& referral = case_system_.entries[id].referral;
    referral.action_plans.clear();
    referral.has_another_plan = true;
    sync();
    EXPECT_TRUE(case_system_.plans_read.empty()) << "there are none to ask for";
    EXPECT_EQ(held(id).told.plans, (std::vector<server::figures::Plan>{{false, std::nullopt}}));
}

TEST_F(Histories, OfAnApprovedPlanThatIsWrittenAnewKeepWhenItWasSubmitted) {
    const ReferralId id = add(1);
    case_system_.entries[id].referral.has_another_plan = true;
    sync();
    for (const auto& plan : held(id).told.plans.value()) EXPECT_TRUE(plan.approved);
}

TEST_F(Histories, HoldWhatSomebodyRecordedAfterTheReferralEnded) {
    const ReferralId id = add(1);
    case_system_.book(id, 100, at("2026-11-20T10:00:00Z")).attendance.attended = domain::Attendance::Yes;
    case_system_.entries[id].referral.ended_at = at("2026-11-18T10:00:00Z");
    sync();
    EXPECT_TRUE(held(id).told.meetings->at(0).stands);
}

TEST_F(Histories, DoNotKnowThePlansWhereTheCaseSystemDoesNotNameThem) {
    const ReferralId id = add(1);
    case_system_.entries[id].referral.names_approved_plans = false;
    sync();
    EXPECT_EQ(held(id).told.plans, std::nullopt);
}

TEST_F(Histories, OfWhoeverWasErasedDoNotComeBack) {
    const ReferralId id = add(1);
    case_system_.book(id, 100, now_ + 2h);
    sync();
    const domain::PersonId person = store_.record().people.begin()->first;
    const Erasure erasure{"e", now_, person, "Kim", "asked for it"};
    ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) { return transaction.erase(erasure); }));
    EXPECT_FALSE(holds(id));
    sync();
    EXPECT_FALSE(holds(id));
}

TEST_F(Histories, AreReadForFiguresWithWhatTheHubItselfRecorded) {
    const ReferralId id = add(1);
    auto& booked = case_system_.book(id, 100, now_ - 2h);
    booked.attendance.attended = domain::Attendance::No;
    sync();
    domain::Update update;
    update.id = domain::UpdateId("u");
    update.appointment = domain::AppointmentId(uuid(100));
    update.drafted_at = now_ - 1h;
    update.submitted_at = now_ - 30min;
    update.submit_decided = true;
    Offer survey;
    survey.id = domain::OfferId("o");
    survey.referral = id;
    survey.kind = domain::OfferKind::ExitSurvey;
    survey.state = domain::OfferState::Declined;
    survey.opened_at = survey.offered_at.emplace(now_ - 20min);
    survey.ended_at = now_ - 10min;
    Offer rating = survey;
    rating.id = domain::OfferId("r");
    rating.kind = domain::OfferKind::StartRating;
    rating.state = domain::OfferState::Partial;
    domain::AttendanceEvent completed;
    completed.id = domain::EventId("e");
    completed.kind = domain::EventKind::InterventionCompleted;
    completed.referral = id;
    completed.recorded_at = now_ - 25min;
    ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) -> base::Done {
        TRY_DONE(transaction.put(update));
        TRY_DONE(transaction.put(survey));
        TRY_DONE(transaction.put(rating));
        return transaction.append(completed);
    }));
    std::vector<server::figures::ReferralHistory> read;
    ASSERT_TRUE(store_.read([&](View& view) -> base::Done {
        read = TRY(histories_for_figures(view, now_));
        return {};
    }));
    ASSERT_EQ(read.size(), 1U);
    const auto& meeting = read.front().meetings->front();
    EXPECT_EQ(meeting.stored_at, now_ - 1h);
    EXPECT_EQ(meeting.drafted_at, update.drafted_at);
    EXPECT_TRUE(meeting.submitted) << "by the hub, since the case system was last read";
    EXPECT_EQ(meeting.submitted_at, now_ - 30min);
    EXPECT_EQ(meeting.attendance, domain::Attendance::No) << "the case system's word alone";
    EXPECT_EQ(read.front().completed_at, now_ - 25min);
    ASSERT_TRUE(read.front().exit_survey);
    EXPECT_TRUE(read.front().exit_survey->declined);
    EXPECT_EQ(read.front().exit_survey->answered_at, std::nullopt);
    ASSERT_TRUE(read.front().start_rating);
    EXPECT_EQ(read.front().start_rating->answered_at, now_ - 10min);
}

}  // namespace
