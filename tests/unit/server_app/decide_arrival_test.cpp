// Decisions on when, and whether, somebody came.

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

TEST_F(Decide, NeedsANameAndAReasonOfBoundedLength) {
    hub.arrive("a", two);
    const auto with = [&](std::string actor, std::string reason) {
        return hub.run([&](Transaction& t) {
            return decide_submit(t, {two.id, actor, reason}, hub.occasion());
        });
    };
    EXPECT_EQ(with("", "why").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(with("R. Porter", " \n").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(with(std::string(kActorBytesMax + 1, 'x'), "why").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(with("R. Porter", std::string(kReasonBytesMax + 1, 'x')).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(with(std::string(kActorBytesMax, 'x'), std::string(kReasonBytesMax, 'x')));
}

TEST_F(Decide, ADoubtfulTimeOnceSettledIsHeldAndSent) {
    arrive_doubtful();
    hub.advance(30min);
    ASSERT_TRUE(settle(at("2026-11-23T14:07:00Z")));
    EXPECT_EQ(hub.record(two).attendance, Attendance::Late);
    EXPECT_EQ(hub.record(two).decided_by, "R. Porter");
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Late);
    EXPECT_EQ(hub.update(two)->arrived_at, at("2026-11-23T14:07:00Z"));
    EXPECT_EQ(hub.update(two)->hold_until, at("2026-11-23T15:00:00Z"));
}

TEST_F(Decide, ADoubtfulTimeSettledAfterTheEndOwesNothing) {
    arrive_doubtful();
    hub.advance(2h);
    ASSERT_TRUE(settle(at("2026-11-23T15:00:01Z")));
    EXPECT_FALSE(hub.record(two).attendance);
    EXPECT_TRUE(hub.record(two).came_after_end);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
}

TEST_F(Decide, OnlyAPersonMakesAYesLate) {
    hub.arrive("a", two);
    hub.advance(30min);
    ASSERT_TRUE(settle(at("2026-11-23T14:09:00Z")));
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Late);
    EXPECT_EQ(hub.store.record().events.front().attendance, Attendance::Yes);
}

TEST_F(Decide, ATimeToComeOrOfAnotherDayOrWithoutAnArrivalIsRefused) {
    EXPECT_EQ(settle(at("2026-11-23T13:45:00Z")).error().kind, ErrorKind::Conflict);
    hub.arrive("a", two);
    EXPECT_EQ(settle(at("2026-11-23T13:50:01Z")).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(settle(at("2026-11-22T13:50:00Z")).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(hub.events(), 1U);
}

TEST_F(Decide, AtTheDeskTheEarliestProvenTimeStandsInOneRecord) {
    hub.advance(20min);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::Late);
    EXPECT_EQ(at_desk(at("2026-11-23T14:10:00Z"))->result, ArrivalResult::AlreadyIn);
    EXPECT_EQ(hub.events(), 1U);
    EXPECT_EQ(at_desk(at("2026-11-23T14:03:00Z"))->result, ArrivalResult::Yes);
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T14:03:00Z"));
    EXPECT_EQ(hub.store.record().updates.size(), 1U);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
}

TEST_F(Decide, AtTheDeskAfterTheEndIsAContact) {
    hub.advance(80min);
    EXPECT_EQ(at_desk(at("2026-11-23T15:01:00Z"))->result, ArrivalResult::CameAfterEnd);
    EXPECT_FALSE(hub.update(two));
}

TEST_F(Decide, AtTheDeskOnlyWhatIsExpectedHereCanBeRecorded) {
    two.method = domain::DeliveryMethod::VideoCall;
    hub.put(two);
    EXPECT_EQ(at_desk(hub.clock.now()).error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, AnArrivalOfTheWrongPersonCanBeTakenBack) {
    hub.arrive("a", two);
    ASSERT_TRUE(
        hub.run([&](Transaction& t) { return take_back(t, decision("wrong person"), hub.occasion()); }));
    EXPECT_FALSE(hub.record(two).attendance);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
    EXPECT_EQ(hub.store.record().events.back().actor, "R. Porter");
    const auto again =
        hub.run([&](Transaction& t) { return take_back(t, decision("wrong person"), hub.occasion()); });
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, AnArrivalWhoseTimeWasSettledCanBeTakenBackTooAndThenTheAbsenceConfirmed) {
    arrive_doubtful();
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    ASSERT_TRUE(
        hub.run([&](Transaction& t) { return take_back(t, decision("wrong person"), hub.occasion()); }));
    EXPECT_FALSE(hub.record(two).attendance);
    after_the_end();
    EXPECT_TRUE(absent()->to_be_submitted);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::No);
}

TEST_F(Decide, AnArrivalForAnAppointmentTheHubDoesNotHoldCanBeTakenBackToo) {
    hub.send(hub.visit("a", ada, {"never-heard-of"}));
    two.id = domain::AppointmentId("never-heard-of");
    ASSERT_TRUE(take_it_back());
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::Undone);
    EXPECT_EQ(event.actor, "R. Porter");
    EXPECT_EQ(event.person, ada);
    EXPECT_EQ(take_it_back().error().kind, ErrorKind::Conflict);
}

}  // namespace
}  // namespace server::app
