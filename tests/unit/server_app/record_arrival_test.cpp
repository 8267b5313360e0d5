// An arrival that counts as it is.

#include "tests/unit/server_app/record_arrival_fixture.h"

namespace server::app {
namespace {

TEST_F(RecordArrival, OnTimeIsYesAndIsHeldUntilTheEndWithADeadline) {
    const auto outcome = hub.arrive("a", two);
    EXPECT_EQ(outcome.result, ArrivalResult::Yes);
    EXPECT_EQ(outcome.arrived_at, at("2026-11-23T13:50:00Z"));
    const auto update = hub.update(two).value();
    EXPECT_EQ(update.state, UpdateState::Held);
    EXPECT_EQ(update.attendance, Attendance::Yes);
    EXPECT_EQ(update.arrived_at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(update.hold_until, at("2026-11-23T15:00:00Z"));
    EXPECT_EQ(update.next_try, at("2026-11-23T15:00:00Z"));
    EXPECT_EQ(update.deadline, at("2026-11-25T00:00:00Z"));
    EXPECT_FALSE(update.submit_decided);
    EXPECT_EQ(update.referral, two.referral);
    EXPECT_EQ(update.person, ada);
}

TEST_F(RecordArrival, AtTheLastMomentOfGraceIsYes) {
    hub.advance(15min);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::Yes);
}

TEST_F(RecordArrival, ASecondAfterGraceIsLate) {
    hub.advance(15min + 1s);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::Late);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Late);
}

TEST_F(RecordArrival, IsStampedByTheFirstTouchHoweverLongTheDialogueTakes) {
    hub.advance(14min);
    const auto request = hub.visit("a", ada, {"two"});
    hub.advance(10min);
    EXPECT_THAT(results(hub.send(request)), ElementsAre(ArrivalResult::Yes));
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T14:04:00Z"));
}

TEST_F(RecordArrival, LateOnlyByTheQueueAtTheKioskIsYesAndMarked) {
    hub.advance(12min);
    const auto run_began = domain::read_device_time(hub.kiosk_clock);
    hub.advance(10min);
    auto request = hub.visit("a", ada, {"two"});
    request.run_began = run_began;
    const auto reply = hub.send(request);
    EXPECT_THAT(results(reply), ElementsAre(ArrivalResult::Yes));
    EXPECT_TRUE(reply->outcomes.front().queued);
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T14:02:00Z"));
    EXPECT_TRUE(hub.record(two).queued);
}

TEST_F(RecordArrival, DoesNotBelieveAQueueThatBeganBeforeTheKioskWasRestarted) {
    const auto run_began = domain::read_device_time(hub.kiosk_clock);
    hub.kiosk_clock.reboot("another-boot");
    hub.advance(20min);
    auto request = hub.visit("a", ada, {"two"});
    request.run_began = run_began;
    EXPECT_THAT(results(hub.send(request)), ElementsAre(ArrivalResult::Late));
}

TEST_F(RecordArrival, AtTheVeryEndIsStillLate) {
    hub.advance(70min);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::Late);
}

TEST_F(RecordArrival, AfterTheEndIsAContactThatOwesNothingAndCallsReception) {
    hub.advance(70min + 1s);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::CameAfterEnd);
    EXPECT_FALSE(hub.update(two));
    EXPECT_TRUE(hub.record(two).came_after_end);
    EXPECT_FALSE(hub.record(two).attendance);
    ASSERT_EQ(calls(), 1U);
    EXPECT_EQ(hub.store.record().calls.begin()->second.cause, "came_after_end");
}

TEST_F(RecordArrival, AfterTheEndIsNotMadeAttendanceByAQueue) {
    auto request = hub.visit("a", ada, {"two"});
    hub.advance(75min);
    request.first_touch = domain::read_device_time(hub.kiosk_clock);
    EXPECT_THAT(results(hub.send(request)), ElementsAre(ArrivalResult::CameAfterEnd));
}

TEST_F(RecordArrival, OfWhoeverIsAlreadyInSaysSoWithTheTimeAndRecordsNothing) {
    hub.arrive("a", two);
    hub.advance(5min);
    const auto outcome = hub.arrive("b", two);
    EXPECT_EQ(outcome.result, ArrivalResult::AlreadyIn);
    EXPECT_EQ(outcome.arrived_at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(hub.events(), 1U);
}

TEST_F(RecordArrival, CoversAppointmentsThatFollowOnWithOneEventAndOneUpdateEach) {
    const auto three = hub.add_appointment("three", ada, "2026-11-23T15:15:00Z");
    hub.advance(16min);
    EXPECT_THAT(results(hub.send(hub.visit("a", ada, {"two", "three"}))),
                ElementsAre(ArrivalResult::Late, ArrivalResult::Yes));
    EXPECT_EQ(hub.events(), 2U);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Late);
    EXPECT_EQ(hub.update(three)->attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(three)->hold_until, at("2026-11-23T16:15:00Z"));
}

TEST_F(RecordArrival, RepeatedGetsTheSameAnswerAndRecordsNothing) {
    hub.advance(16min);
    const auto request = hub.visit("a", ada, {"two"});
    const auto first = hub.send(request);
    hub.advance(3h);
    auto again = request;
    again.recorded_offline = true;
    EXPECT_EQ(hub.send(again).value(), first.value());
    EXPECT_EQ(hub.events(), 1U);
    EXPECT_EQ(calls(), 0U);
}

TEST_F(RecordArrival, RepeatedAfterTheAppointmentWasCancelledStillGetsTheSameAnswer) {
    const auto request = hub.visit("a", ada, {"two"});
    const auto first = hub.send(request);
    two.status = domain::AppointmentStatus::Cancelled;
    hub.put(two);
    EXPECT_EQ(hub.send(request).value(), first.value());
}

TEST_F(RecordArrival, BeforeTheHubOpensOnTheDayCounts) {
    Hub early("2026-11-23T06:10:00Z");
    const auto person = early.add_person("p", "P", "Q", std::nullopt);
    const auto nine = early.add_appointment("nine", person, "2026-11-23T09:00:00Z");
    EXPECT_EQ(early.arrive("a", nine).result, ArrivalResult::Yes);
}

TEST_F(RecordArrival, AtAKioskWhoseClockStandsAt1970IsStampedByTheServersClock) {
    hub.kiosk_clock.set(base::Instant{} + 42s);
    const auto request = hub.visit("a", ada, {"two"});
    hub.advance(20s);
    const auto reply = hub.send(request);
    EXPECT_THAT(results(reply), ElementsAre(ArrivalResult::Yes));
    EXPECT_EQ(reply->clock, ClockState::Sure);
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(hub.store.record().events.front().touched->wall, base::Instant{} + 42s);
}

TEST_F(RecordArrival, ThatChangesWhatWasSubmittedAsksForATelephoneCall) {
    const auto journaled = hub.visit("a", ada, {"two"});
    hub.advance(20min);
    hub.arrive("b", two);
    hub.change_update(two, [&](domain::Update& u) {
        u.state = UpdateState::Submitted;
        u.submitted_at = hub.clock.now();
    });
    hub.send(journaled, "side-door");
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Late);
    EXPECT_THAT(hub.update(two)->why, testing::HasSubstr("Telephone the practitioner"));
}

TEST_F(RecordArrival, DoesNotTouchAnUpdateThatAlreadySaysIt) {
    hub.advance(20min);
    hub.arrive("a", two);
    hub.change_update(two, [](domain::Update& u) { u.state = UpdateState::Drafted; });
    hub.advance(1min);
    hub.arrive("b", two);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Drafted);
}

TEST_F(RecordArrival, OnTheDayTheClocksGoBackIsJudgedByInstants) {
    Hub sunday("2026-10-25T10:06:00Z");
    const auto person = sunday.add_person("p", "P", "Q", std::nullopt);
    const auto ten = sunday.add_appointment("ten", person, "2026-10-25T10:00:00Z");
    EXPECT_EQ(sunday.arrive("a", ten).result, ArrivalResult::Late);
    EXPECT_EQ(sunday.update(ten)->deadline, at("2026-10-27T00:00:00Z"));
}

TEST_F(RecordArrival, OnTheDayTheClocksGoForwardIsJudgedByInstants) {
    Hub sunday("2027-03-28T09:04:00Z");
    const auto person = sunday.add_person("p", "P", "Q", std::nullopt);
    const auto ten = sunday.add_appointment("ten", person, "2027-03-28T09:00:00Z");
    EXPECT_EQ(sunday.arrive("a", ten).result, ArrivalResult::Yes);
    // Easter Monday follows; the end of Tuesday is 23:00 UTC in summer time.
    EXPECT_EQ(sunday.update(ten)->deadline, at("2027-03-30T23:00:00Z"));
}

TEST_F(RecordArrival, JustAfterMidnightInSummerTimeIsOfTheNewLondonDay) {
    Hub night("2026-07-06T23:05:00Z");
    const auto person = night.add_person("p", "P", "Q", std::nullopt);
    const auto half_past = night.add_appointment("half-past", person, "2026-07-06T23:30:00Z");
    const auto evening = night.add_appointment("evening", person, "2026-07-06T22:30:00Z", 30min);
    EXPECT_EQ(night.arrive("a", half_past).result, ArrivalResult::Yes);
    EXPECT_EQ(night.arrive("b", evening).result, ArrivalResult::ForReception);
}

}  // namespace
}  // namespace server::app
