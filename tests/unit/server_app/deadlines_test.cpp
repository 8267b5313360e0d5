// When a deadline is warned of, and who missed it.

#include "server/app/deadlines.h"

#include <gtest/gtest.h>

namespace server::app {
namespace {

using namespace std::chrono_literals;
using domain::AttendanceEvent;
using domain::EventKind;

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

const std::vector<std::chrono::hours> kLeft{4h, 12h};

DeadlineState record_at(const char* deadline, const char* now) {
    return state_of_deadline(DeadlineKind::Record, at(deadline), at(now), kLeft);
}

TEST(Deadlines, OfARecordAreWarnedOfAtNoonAndAtFourOnTheirLastDay) {
    const char* midnight = "2026-11-25T00:00:00Z";
    EXPECT_EQ(record_at(midnight, "2026-11-24T11:59:59Z"), DeadlineState::Open);
    EXPECT_EQ(record_at(midnight, "2026-11-24T12:00:00Z"), DeadlineState::Warned);
    EXPECT_EQ(record_at(midnight, "2026-11-24T15:59:59Z"), DeadlineState::Warned);
    EXPECT_EQ(record_at(midnight, "2026-11-24T16:00:00Z"), DeadlineState::WarnedLast);
    EXPECT_EQ(record_at(midnight, "2026-11-24T23:59:59Z"), DeadlineState::WarnedLast);
    EXPECT_EQ(record_at(midnight, "2026-11-25T00:00:00Z"), DeadlineState::Passed);
}

TEST(Deadlines, AreWarnedOfByLondonsClockInSummerToo) {
    const char* midnight = "2026-07-14T23:00:00Z";
    EXPECT_EQ(record_at(midnight, "2026-07-14T10:59:59Z"), DeadlineState::Open);
    EXPECT_EQ(record_at(midnight, "2026-07-14T11:00:00Z"), DeadlineState::Warned);
    EXPECT_EQ(record_at(midnight, "2026-07-14T15:00:00Z"), DeadlineState::WarnedLast);
    EXPECT_EQ(record_at(midnight, "2026-07-14T23:00:00Z"), DeadlineState::Passed);
}

TEST(Deadlines, OnTheDayOfTheChangeOfClocksNoonIsLondonsNoon) {
    // 25 October 2026 has 25 hours; a deadline at its end is at 00:00 UTC.
    EXPECT_EQ(warnings_of(DeadlineKind::Record, at("2026-10-26T00:00:00Z"), kLeft),
              (std::vector{at("2026-10-25T12:00:00Z"), at("2026-10-25T16:00:00Z")}));
    EXPECT_EQ(warnings_of(DeadlineKind::Record, at("2026-03-29T23:00:00Z"), kLeft),
              (std::vector{at("2026-03-29T11:00:00Z"), at("2026-03-29T15:00:00Z")}));
}

TEST(Deadlines, OfANonAttendanceAreWarnedOfByTheHoursLeft) {
    const base::Instant deadline = at("2026-11-24T14:00:00Z");
    const auto state = [&](base::Instant now) {
        return state_of_deadline(DeadlineKind::Absence, deadline, now, kLeft);
    };
    EXPECT_EQ(state(deadline - 12h - 1us), DeadlineState::Open);
    EXPECT_EQ(state(deadline - 12h), DeadlineState::Warned);
    EXPECT_EQ(state(deadline - 4h - 1us), DeadlineState::Warned);
    EXPECT_EQ(state(deadline - 4h), DeadlineState::WarnedLast);
    EXPECT_EQ(state(deadline), DeadlineState::Passed);
    EXPECT_EQ(state_of_deadline(DeadlineKind::Absence, deadline, deadline - 1us, {}), DeadlineState::Open);
}

TEST(Deadlines, OfWhatNobodyHasSaidAreThoseOfANonAttendance) {
    EXPECT_EQ(deadline_kind_of(std::nullopt), DeadlineKind::Absence);
    EXPECT_EQ(deadline_kind_of(domain::Attendance::No), DeadlineKind::Absence);
    EXPECT_EQ(deadline_kind_of(domain::Attendance::Yes), DeadlineKind::Record);
    EXPECT_EQ(deadline_kind_of(domain::Attendance::Late), DeadlineKind::Record);
}

class Cause : public testing::Test {
protected:
    std::optional<BreachCause> cause() const { return cause_of_breach(facts_, now_); }

    const base::Instant deadline_ = at("2026-11-25T00:00:00Z");
    base::Instant now_ = deadline_;
    DeadlineFacts facts_{DeadlineKind::Record, deadline_, deadline_ - 1h, {}, {}, false};
};

TEST_F(Cause, IsNoneBeforeTheDeadline) {
    now_ = deadline_ - 1us;
    EXPECT_EQ(cause(), std::nullopt);
    now_ = deadline_;
    EXPECT_EQ(cause(), BreachCause::Hub);
}

TEST_F(Cause, IsNoneWhereItWasSubmittedInTimeAndAtTheDeadlineItselfIsNotInTime) {
    facts_.submitted_at = deadline_ - 1us;
    EXPECT_EQ(cause(), std::nullopt);
    facts_.submitted_at = deadline_;
    EXPECT_EQ(cause(), BreachCause::Hub);
}

TEST_F(Cause, IsThePersonWhereNobodyHadDecidedInTime) {
    facts_.decided_at.reset();
    facts_.held_up_there = true;
    EXPECT_EQ(cause(), BreachCause::WaitingForPerson);
    facts_.decided_at = deadline_;
    EXPECT_EQ(cause(), BreachCause::WaitingForPerson) << "decided at the deadline";
    facts_.decided_at = deadline_ - 1us;
    EXPECT_EQ(cause(), BreachCause::CaseSystem) << "a decision in time did not wait for anybody";
}

TEST_F(Cause, IsTheCaseSystemWhereItDidNotAnswer) {
    facts_.held_up_there = true;
    EXPECT_EQ(cause(), BreachCause::CaseSystem);
}

TEST_F(Cause, ACallInTimeMeetsTheDeadlineOfANonAttendanceAndNoOther) {
    facts_.told_at = deadline_ - 1us;
    EXPECT_EQ(cause(), BreachCause::Hub);
    facts_.kind = DeadlineKind::Absence;
    EXPECT_EQ(cause(), std::nullopt);
    facts_.told_at = deadline_;
    EXPECT_EQ(cause(), BreachCause::Hub);
}

AttendanceEvent event(EventKind kind, base::Instant when) {
    AttendanceEvent one;
    one.kind = kind;
    one.recorded_at = when;
    one.at = when;
    if (kind == EventKind::Arrived) one.attendance = domain::Attendance::Yes;
    one.arrival = domain::ArrivalId("a");
    return one;
}

TEST(DecidedSince, IsTheFirstOfDecisionsThatStandWithoutABreak) {
    const base::Instant one = at("2026-11-23T14:00:00Z");
    std::vector<AttendanceEvent> events{event(EventKind::Arrived, one)};
    EXPECT_EQ(decided_since(events), std::nullopt);
    events.push_back(event(EventKind::SubmitDecided, one + 1h));
    events.push_back(event(EventKind::SubmitDecided, one + 2h));
    EXPECT_EQ(decided_since(events), one + 1h);
    events.push_back(event(EventKind::SessionNotHeld, one + 3h));
    events.back().reason = "logistics: none";
    EXPECT_EQ(decided_since(events), std::nullopt) << "what would be submitted has changed";
    events.push_back(event(EventKind::SubmitDecided, one + 4h));
    EXPECT_EQ(decided_since(events), one + 4h);
}

TEST(DeadlineWords, AreReadAsTheyAreWritten) {
    for (const auto kind : {DeadlineKind::Record, DeadlineKind::Absence})
        EXPECT_EQ(deadline_kind_from_word(to_word(kind)), kind);
    for (const auto cause : {BreachCause::Hub, BreachCause::CaseSystem, BreachCause::WaitingForPerson})
        EXPECT_EQ(breach_cause_from_word(to_word(cause)), cause);
    EXPECT_EQ(breach_cause_from_word("weather"), std::nullopt);
}

}  // namespace
}  // namespace server::app
