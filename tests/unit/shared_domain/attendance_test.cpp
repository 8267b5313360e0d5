#include "shared/domain/attendance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/domain/update.h"

namespace domain {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kGrace = 5min;
const base::Instant kTwo = base::parse_instant("2026-11-23T14:00:00Z").value();

Appointment appointment(std::string id, base::Instant start, std::chrono::minutes duration = 60min) {
    Appointment out;
    out.id = AppointmentId(std::move(id));
    out.start = start;
    out.duration = duration;
    out.at_this_hub = true;
    return out;
}

std::vector<std::string> ids(const std::vector<Appointment>& list) {
    std::vector<std::string> out;
    for (const Appointment& one : list) out.push_back(one.id.text());
    return out;
}

using testing::ElementsAre;

TEST(Stamp, IsYesUntilTheLastMomentOfGrace) {
    const Appointment two = appointment("a", kTwo);
    EXPECT_EQ(stamp(kTwo - 2h, two, kGrace), Attendance::Yes);
    EXPECT_EQ(stamp(kTwo, two, kGrace), Attendance::Yes);
    EXPECT_EQ(stamp(kTwo + 5min, two, kGrace), Attendance::Yes);
    EXPECT_EQ(stamp(kTwo + 5min + 1us, two, kGrace), Attendance::Late);
    EXPECT_EQ(stamp(kTwo + 5min + 1s, two, kGrace), Attendance::Late);
    EXPECT_EQ(stamp(kTwo + 3h, two, kGrace), Attendance::Late);
}

TEST(CountedArrival, IsTheFirstTouchOfWhoeverComesInTime) {
    const CountedArrival counted = counted_arrival(kTwo + 1min, kTwo - 1h, appointment("a", kTwo), kGrace);
    EXPECT_EQ(counted.at, kTwo + 1min);
    EXPECT_FALSE(counted.queued);
}

TEST(CountedArrival, IsTheStartOfTheQueueWhenOnlyTheQueueMadeThePersonLate) {
    const CountedArrival counted = counted_arrival(kTwo + 7min, kTwo + 5min, appointment("a", kTwo), kGrace);
    EXPECT_EQ(counted.at, kTwo + 5min);
    EXPECT_TRUE(counted.queued);
}

TEST(CountedArrival, IsTheFirstTouchWhenTheQueueBeganAfterGrace) {
    const CountedArrival counted =
        counted_arrival(kTwo + 7min, kTwo + 5min + 1s, appointment("a", kTwo), kGrace);
    EXPECT_EQ(counted.at, kTwo + 7min);
    EXPECT_FALSE(counted.queued);
}

TEST(Coverage, TakesTheNextAppointmentAndThoseThatFollowOn) {
    const auto covered = coverage({appointment("much-later", kTwo + 4h), appointment("second", kTwo + 90min),
                                   appointment("first", kTwo), appointment("third", kTwo + 150min, 30min)},
                                  kTwo - 10min);
    EXPECT_THAT(ids(covered.covered), ElementsAre("first", "second", "third"));
    EXPECT_THAT(ids(covered.later), ElementsAre("much-later"));
    EXPECT_FALSE(covered.came_after);
}

TEST(Coverage, EndsWhereTheGapIsAMomentTooLong) {
    const auto at_limit = coverage({appointment("a", kTwo), appointment("b", kTwo + 90min)}, kTwo);
    EXPECT_THAT(ids(at_limit.covered), ElementsAre("a", "b"));
    const auto beyond = coverage({appointment("a", kTwo), appointment("b", kTwo + 90min + 1s)}, kTwo);
    EXPECT_THAT(ids(beyond.covered), ElementsAre("a"));
    EXPECT_THAT(ids(beyond.later), ElementsAre("b"));
}

TEST(Coverage, MeasuresTheGapFromTheLongestOfOverlappingOnes) {
    const auto covered =
        coverage({appointment("long", kTwo, 120min), appointment("short", kTwo + 30min, 15min),
                  appointment("after", kTwo + 150min)},
                 kTwo);
    EXPECT_THAT(ids(covered.covered), ElementsAre("long", "short", "after"));
}

TEST(Coverage, LeavesOutWhatHasEndedWhileSomethingIsLeft) {
    const auto covered = coverage({appointment("a", kTwo), appointment("b", kTwo + 90min)}, kTwo + 61min);
    EXPECT_THAT(ids(covered.covered), ElementsAre("b"));
    EXPECT_FALSE(covered.came_after);
}

TEST(Coverage, LetsAPersonInUntilTheVeryEnd) {
    EXPECT_THAT(ids(coverage({appointment("a", kTwo)}, kTwo + 60min).covered), ElementsAre("a"));
}

TEST(Coverage, TellsThatAPersonCameAfterTheLastEnd) {
    const auto after = coverage({appointment("a", kTwo - 3h), appointment("b", kTwo)}, kTwo + 60min + 1s);
    EXPECT_TRUE(after.covered.empty());
    EXPECT_TRUE(after.later.empty());
    ASSERT_TRUE(after.came_after);
    EXPECT_EQ(after.came_after->id.text(), "b");
}

TEST(Coverage, OfADayWithoutAppointmentsIsEmpty) {
    const auto none = coverage({}, kTwo);
    EXPECT_TRUE(none.covered.empty() && none.later.empty() && !none.came_after);
}

TEST(ExpectedHere, AreOnlyInPersonMeetingsAtThisHubOfPeopleInTheCommunity) {
    const Appointment here = appointment("a", kTwo);
    EXPECT_TRUE(expected_here(here));
    Appointment other = here;
    other.status = AppointmentStatus::Settled;
    EXPECT_TRUE(expected_here(other));
    for (const auto status : {AppointmentStatus::Superseded, AppointmentStatus::Cancelled}) {
        other = here;
        other.status = status;
        EXPECT_FALSE(expected_here(other));
    }
    for (const auto method :
         {DeliveryMethod::PhoneCall, DeliveryMethod::VideoCall, DeliveryMethod::InPersonProbationOffice}) {
        other = here;
        other.method = method;
        EXPECT_FALSE(expected_here(other));
    }
    other = here;
    other.at_this_hub = false;
    EXPECT_FALSE(expected_here(other));
    other = here;
    other.in_custody = true;
    EXPECT_FALSE(expected_here(other));
}

TEST(Deadline, OfAttendanceIsTheNextBusinessDayAndOfAbsence24Hours) {
    const Calendar calendar;
    const Appointment friday = appointment("a", base::parse_instant("2026-11-27T14:00:00Z").value());
    EXPECT_EQ(base::to_text(deadline_of(Attendance::Yes, friday, calendar)), "2026-12-01T00:00:00Z");
    EXPECT_EQ(base::to_text(deadline_of(Attendance::Late, friday, calendar)), "2026-12-01T00:00:00Z");
    EXPECT_EQ(base::to_text(deadline_of(Attendance::No, friday, calendar)), "2026-11-28T14:00:00Z");
}

TEST(Deadline, OfAbsenceIs24HoursOnDaysThatAreShorterOrLonger) {
    const Appointment before_change = appointment("a", base::parse_instant("2026-10-24T09:00:00Z").value());
    EXPECT_EQ(deadline_of(Attendance::No, before_change, Calendar{}) - before_change.start, 24h);
}

TEST(Urgency, PutsTheTightestDeadlineFirst) {
    Update a;
    a.id = UpdateId("a");
    a.deadline = kTwo;
    a.start = kTwo;
    Update b = a;
    b.id = UpdateId("b");
    EXPECT_TRUE(more_urgent(a, b));
    EXPECT_FALSE(more_urgent(b, a));
    EXPECT_FALSE(more_urgent(a, a));
    b.start = kTwo - 1s;
    EXPECT_TRUE(more_urgent(b, a));
    a.deadline = kTwo - 1s;
    EXPECT_TRUE(more_urgent(a, b));
}

TEST(Words, AreReadBackToWhatTheyName) {
    for (int i = 0; i <= static_cast<int>(EventKind::PractitionerTold); ++i) {
        const auto kind = static_cast<EventKind>(i);
        EXPECT_EQ(event_kind_from_word(to_word(kind)), kind);
    }
    for (int i = 0; i <= static_cast<int>(UpdateState::Withdrawn); ++i) {
        const auto state = static_cast<UpdateState>(i);
        EXPECT_EQ(update_state_from_word(to_word(state)), state);
    }
    for (const auto word : {Attendance::Yes, Attendance::Late, Attendance::No}) {
        EXPECT_EQ(attendance_from_word(to_word(word)), word);
    }
    for (const auto word : {NoSessionReason::PersonAcceptable, NoSessionReason::PersonUnacceptable,
                            NoSessionReason::Logistics}) {
        EXPECT_EQ(no_session_reason_from_word(to_word(word)), word);
    }
    EXPECT_FALSE(attendance_from_word("yes"));
    EXPECT_FALSE(event_kind_from_word(""));
    EXPECT_FALSE(update_state_from_word("sent"));
    EXPECT_FALSE(no_session_reason_from_word("?"));
}

}  // namespace
}  // namespace domain
