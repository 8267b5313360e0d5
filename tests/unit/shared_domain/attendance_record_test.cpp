#include <gtest/gtest.h>

#include "shared/domain/attendance.h"

namespace domain {
namespace {

using namespace std::chrono_literals;

const base::Instant kTwo = base::parse_instant("2026-11-23T14:00:00Z").value();

AttendanceEvent event(EventKind kind, std::string arrival) {
    AttendanceEvent out;
    out.kind = kind;
    out.arrival = ArrivalId(std::move(arrival));
    return out;
}

AttendanceEvent arrived(std::string arrival, base::Instant at, Attendance attendance,
                        ClockState clock = ClockState::Sure) {
    AttendanceEvent out = event(EventKind::Arrived, std::move(arrival));
    out.at = at;
    out.attendance = attendance;
    out.clock = clock;
    return out;
}

AttendanceEvent decided(std::string arrival, base::Instant at, std::optional<Attendance> attendance) {
    AttendanceEvent out = event(EventKind::TimeDecided, std::move(arrival));
    out.at = at;
    out.attendance = attendance;
    out.actor = "R. Porter";
    out.reason = "signed in on paper";
    return out;
}

AttendanceEvent by_staff(EventKind kind, std::string reason) {
    AttendanceEvent out = event(kind, "");
    out.actor = "R. Porter";
    out.reason = std::move(reason);
    return out;
}

AttendanceRecord record(std::vector<AttendanceEvent> events) {
    return derive(events);
}

TEST(Record, OfNothingSaysNothing) {
    EXPECT_EQ(record({}), AttendanceRecord{});
}

TEST(Record, OfOneArrivalIsThatArrival) {
    AttendanceEvent one = arrived("a", kTwo - 3min, Attendance::Yes);
    one.queued = true;
    one.recorded_offline = true;
    const AttendanceRecord out = record({one});
    EXPECT_EQ(out.attendance, Attendance::Yes);
    EXPECT_EQ(out.arrived_at, kTwo - 3min);
    EXPECT_EQ(out.arrival.text(), "a");
    EXPECT_TRUE(out.queued);
    EXPECT_TRUE(out.recorded_offline);
    EXPECT_FALSE(out.time_waits_for_person);
}

TEST(Record, StandsAtTheEarliestProvenArrivalWhicheverWasStoredFirst) {
    const AttendanceEvent paper = arrived("paper", kTwo + 10min, Attendance::Late);
    const AttendanceEvent journaled = arrived("kiosk", kTwo - 1min, Attendance::Yes);
    for (const auto& out : {record({paper, journaled}), record({journaled, paper})}) {
        EXPECT_EQ(out.attendance, Attendance::Yes);
        EXPECT_EQ(out.arrived_at, kTwo - 1min);
        EXPECT_EQ(out.arrival.text(), "kiosk");
    }
}

TEST(Record, OfAnUndoneArrivalIsEmptyAndOfANewOneAfterItIsTheNewOne) {
    const AttendanceEvent first = arrived("a", kTwo - 3min, Attendance::Yes);
    const AttendanceEvent undone = event(EventKind::Undone, "a");
    EXPECT_EQ(record({first, undone}), AttendanceRecord{});
    const AttendanceRecord again = record({first, undone, arrived("b", kTwo + 6min, Attendance::Late)});
    EXPECT_EQ(again.attendance, Attendance::Late);
    EXPECT_EQ(again.arrival.text(), "b");
    EXPECT_EQ(record({first, undone, arrived("a", kTwo - 1min, Attendance::Yes)}).arrived_at, kTwo - 1min);
}

TEST(Record, KeepsTheOtherArrivalWhenOneIsUndone) {
    const AttendanceRecord out =
        record({arrived("a", kTwo - 3min, Attendance::Yes), arrived("b", kTwo + 8min, Attendance::Late),
                event(EventKind::Undone, "a")});
    EXPECT_EQ(out.attendance, Attendance::Late);
    EXPECT_EQ(out.arrived_at, kTwo + 8min);
}

TEST(Record, OfADoubtfulArrivalWaitsForAPerson) {
    const AttendanceRecord out = record({arrived("a", kTwo - 3h, Attendance::Yes, ClockState::Doubtful)});
    EXPECT_EQ(out.attendance, Attendance::Yes);
    EXPECT_EQ(out.clock, ClockState::Doubtful);
    EXPECT_TRUE(out.time_waits_for_person);
}

TEST(Record, PrefersAProvenTimeToAnEarlierDoubtfulOne) {
    const AttendanceEvent doubtful = arrived("a", kTwo - 3h, Attendance::Yes, ClockState::Doubtful);
    const AttendanceRecord in_time = record({doubtful, arrived("b", kTwo, Attendance::Yes)});
    EXPECT_EQ(in_time.arrived_at, kTwo);
    EXPECT_FALSE(in_time.time_waits_for_person);
    // The doubtful one might prove the person in time, so somebody has to look.
    const AttendanceRecord late = record({doubtful, arrived("b", kTwo + 9min, Attendance::Late)});
    EXPECT_EQ(late.attendance, Attendance::Late);
    EXPECT_TRUE(late.time_waits_for_person);
}

TEST(Record, FollowsADecidedTimeBeforeEveryArrival) {
    const AttendanceRecord out = record({arrived("a", kTwo - 3h, Attendance::Yes, ClockState::Doubtful),
                                         decided("a", kTwo + 20min, Attendance::Late)});
    EXPECT_EQ(out.attendance, Attendance::Late);
    EXPECT_EQ(out.arrived_at, kTwo + 20min);
    EXPECT_EQ(out.clock, ClockState::Sure);
    EXPECT_FALSE(out.time_waits_for_person);
    EXPECT_EQ(out.decided_by, "R. Porter");
    EXPECT_EQ(out.decided_reason, "signed in on paper");
}

TEST(Record, AsksAPersonAgainWhenAnArrivalWouldBetterTheirDecision) {
    const AttendanceEvent late = decided("a", kTwo + 20min, Attendance::Late);
    EXPECT_TRUE(record({late, arrived("b", kTwo, Attendance::Yes)}).time_waits_for_person);
    EXPECT_EQ(record({late, arrived("b", kTwo, Attendance::Yes)}).attendance, Attendance::Late);
    EXPECT_FALSE(record({late, arrived("b", kTwo + 30min, Attendance::Late)}).time_waits_for_person);
    const AttendanceEvent in_time = decided("a", kTwo, Attendance::Yes);
    EXPECT_FALSE(record({in_time, arrived("b", kTwo - 1min, Attendance::Yes)}).time_waits_for_person);
}

TEST(Record, OfATimeDecidedToBeAfterTheEndIsAContactOnly) {
    const AttendanceRecord out = record({arrived("a", kTwo - 3h, Attendance::Yes, ClockState::Doubtful),
                                         decided("a", kTwo + 3h, std::nullopt)});
    EXPECT_FALSE(out.attendance);
    EXPECT_FALSE(out.arrived_at);
    EXPECT_TRUE(out.came_after_end);
    EXPECT_FALSE(out.time_waits_for_person);
    EXPECT_EQ(
        record({decided("a", kTwo + 3h, std::nullopt), by_staff(EventKind::AbsenceConfirmed, "")}).attendance,
        Attendance::No);
}

TEST(Record, OfWhoeverCameAfterTheEndIsAContactNotAttendance) {
    AttendanceEvent after = event(EventKind::CameAfterEnd, "a");
    after.at = kTwo + 2h;
    const AttendanceRecord out = record({after});
    EXPECT_TRUE(out.came_after_end);
    EXPECT_FALSE(out.attendance);
    EXPECT_FALSE(record({after, event(EventKind::Undone, "a")}).came_after_end);
    EXPECT_EQ(record({after, by_staff(EventKind::AbsenceConfirmed, "board")}).attendance, Attendance::No);
}

TEST(Record, OfAConfirmedAbsenceIsNoUntilAnArrivalIsKnown) {
    const AttendanceEvent absence = by_staff(EventKind::AbsenceConfirmed, "not seen all day");
    EXPECT_EQ(record({absence}).attendance, Attendance::No);
    EXPECT_EQ(record({absence}).decided_by, "R. Porter");
    const AttendanceEvent came = arrived("a", kTwo, Attendance::Yes);
    EXPECT_EQ(record({absence, came}).attendance, Attendance::Yes);
    EXPECT_EQ(record({came, absence}).attendance, Attendance::Yes);
}

TEST(Record, KeepsTheReasonForBeingLateWithItsArrival) {
    AttendanceEvent reason = event(EventKind::ReasonGiven, "a");
    reason.reason = "transport";
    const AttendanceEvent late = arrived("a", kTwo + 9min, Attendance::Late);
    EXPECT_EQ(record({late, reason}).late_reason, LateReason::Transport);
    EXPECT_FALSE(record({late, reason, event(EventKind::Undone, "a")}).late_reason);
}

TEST(Record, TellsThatTheSessionWasNotHeldOnlyOfSomebodyWhoCame) {
    const AttendanceEvent not_held = by_staff(EventKind::SessionNotHeld, "logistics");
    EXPECT_EQ(record({arrived("a", kTwo, Attendance::Yes), not_held}).not_held, NoSessionReason::Logistics);
    EXPECT_FALSE(record({not_held}).not_held);
}

TEST(Record, ForgetsThatTheSessionWasNotHeldWithTheArrivalThatWasTakenBack) {
    const AttendanceEvent wrong_person = arrived("a", kTwo, Attendance::Yes);
    const AttendanceEvent not_held = by_staff(EventKind::SessionNotHeld, "person_unacceptable");
    const AttendanceEvent right_person = arrived("b", kTwo + 3min, Attendance::Yes);
    EXPECT_FALSE(record({wrong_person, not_held, event(EventKind::Undone, "a"), right_person}).not_held);
    EXPECT_TRUE(record({wrong_person, right_person, not_held, event(EventKind::Undone, "a")}).not_held);
}

TEST(Record, OfAnArrivalThatCannotCountWaitsForAPersonAndSaysNothingElse) {
    AttendanceEvent noted = event(EventKind::Arrived, "a");
    noted.at = kTwo;
    noted.reason = "cancelled";
    const AttendanceRecord out = record({noted});
    EXPECT_FALSE(out.attendance);
    EXPECT_FALSE(out.arrived_at);
    EXPECT_TRUE(out.time_waits_for_person);
    EXPECT_FALSE(record({noted, event(EventKind::Undone, "a")}).time_waits_for_person);
    EXPECT_FALSE(record({noted, decided("a", kTwo, Attendance::Yes)}).time_waits_for_person);
}

TEST(Record, TellsThatTheSessionWasHeldAfterAll) {
    const AttendanceEvent not_held = by_staff(EventKind::SessionNotHeld, "logistics");
    const AttendanceEvent held = by_staff(EventKind::SessionHeld, "they met in the kitchen");
    const AttendanceEvent came = arrived("a", kTwo, Attendance::Yes);
    EXPECT_FALSE(record({came, not_held, held}).not_held);
    EXPECT_TRUE(record({came, not_held, held, not_held}).not_held);
    EXPECT_FALSE(
        record({came, not_held, by_staff(EventKind::SubmitDecided, "so it was"), held}).submit_decided);
}

TEST(Record, ForgetsAnAbsenceThatWasTakenBackWithItsDoubts) {
    const AttendanceEvent absent = by_staff(EventKind::AbsenceConfirmed, "not seen");
    const AttendanceEvent back = by_staff(EventKind::AbsenceWithdrawn, "it was another");
    const AttendanceEvent contact = event(EventKind::CameAfterEnd, "a");
    EXPECT_FALSE(record({absent, back}).attendance);
    EXPECT_EQ(record({absent, back, absent}).attendance, Attendance::No);
    EXPECT_FALSE(record({absent, contact, back, absent}).absence_in_question);
}

TEST(Record, IsNotChangedByAResend) {
    const AttendanceEvent came = arrived("a", kTwo, Attendance::Yes);
    const AttendanceEvent submit = by_staff(EventKind::SubmitDecided, "so it was");
    EXPECT_EQ(record({came, submit, by_staff(EventKind::ResendDecided, "again")}), record({came, submit}));
}

TEST(Record, KeepsWhatStaffSaidOfASessionThatWasNotHeld) {
    const std::string text = not_held_text(NoSessionReason::Logistics, "heating: broken");
    const AttendanceRecord out =
        record({arrived("a", kTwo, Attendance::Yes), by_staff(EventKind::SessionNotHeld, text)});
    EXPECT_EQ(out.not_held, NoSessionReason::Logistics);
    EXPECT_EQ(out.decided_reason, "logistics: heating: broken");
}

TEST(Record, TellsWhenThePractitionerWasTold) {
    AttendanceEvent told = by_staff(EventKind::PractitionerTold, "spoke to the duty officer");
    told.recorded_at = kTwo + 1h;
    EXPECT_EQ(record({told}).practitioner_told_at, kTwo + 1h) << "an entry of before the time was asked for";
    told.at = kTwo + 20min;
    EXPECT_EQ(record({told}).practitioner_told_at, kTwo + 20min) << "when it was, not when it was noted";
}

TEST(Record, KeepsADecisionToSubmitUntilWhatWouldBeSubmittedChanges) {
    const AttendanceEvent late = arrived("a", kTwo + 9min, Attendance::Late);
    const AttendanceEvent submit = by_staff(EventKind::SubmitDecided, "closing the day");
    EXPECT_TRUE(record({late, submit}).submit_decided);
    EXPECT_TRUE(record({late, submit, arrived("b", kTwo + 7min, Attendance::Late)}).submit_decided);
    EXPECT_FALSE(record({late, submit, arrived("b", kTwo, Attendance::Yes)}).submit_decided);
    EXPECT_FALSE(record({late, submit, event(EventKind::Undone, "a")}).submit_decided);
    EXPECT_FALSE(record({late, submit, by_staff(EventKind::SessionNotHeld, "logistics")}).submit_decided);
    EXPECT_TRUE(
        record({late, submit, by_staff(EventKind::SessionNotHeld, "logistics"), submit}).submit_decided);
}

}  // namespace
}  // namespace domain
