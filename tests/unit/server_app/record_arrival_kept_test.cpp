// An arrival that is kept though it cannot count, is late to reach the server, or is uncertain.

#include "tests/unit/server_app/record_arrival_fixture.h"

namespace server::app {
namespace {

TEST_F(RecordArrival, WithTheIdOfAnotherArrivalIsAConflict) {
    hub.send(hub.visit("a", ada, {"two"}));
    hub.advance(1s);
    EXPECT_EQ(hub.send(hub.visit("a", ada, {"two"})).error().kind, base::ErrorKind::Conflict)
        << "another touch";
    const auto bob = hub.add_person("bob", "Bob", "Reed", std::nullopt);
    hub.add_appointment("bobs", bob, "2026-11-23T14:00:00Z");
    EXPECT_EQ(hub.send(hub.visit("a", bob, {"bobs"})).error().kind, base::ErrorKind::Conflict);
}

TEST_F(RecordArrival, GetsItsFirstAnswerAlsoWhenTheKioskWasEnrolledAnewUnderAnotherName) {
    const auto request = hub.visit("a", ada, {"two"});
    const auto first = hub.send(request);
    hub.advance(1h);
    EXPECT_EQ(hub.send(request, "side-door").value(), first.value());
    EXPECT_EQ(hub.events(), 1U);
}

TEST_F(RecordArrival, ForAnAppointmentThatIsAnotherPersonsByNowIsKeptForReception) {
    const auto bob = hub.add_person("bob", "Bob", "Reed", std::nullopt);
    const auto bobs = hub.add_appointment("bobs", bob, "2026-11-23T14:00:00Z");
    const auto request = hub.visit("a", ada, {"two", "bobs"});
    const auto reply = hub.send(request);
    EXPECT_THAT(results(reply), ElementsAre(ArrivalResult::Yes, ArrivalResult::ForReception));
    EXPECT_EQ(hub.record(bobs).attendance, std::nullopt);
    EXPECT_TRUE(hub.record(bobs).time_waits_for_person);
    EXPECT_EQ(hub.record(bobs).waits_because, kAnotherPerson);
    EXPECT_EQ(hub.store.record().events.back().person, ada);
    EXPECT_EQ(calls(), 1U);
    EXPECT_EQ(hub.send(request).value(), reply.value()) << "and again";
}

TEST_F(RecordArrival, ForAnAppointmentThatGoesOnPastMidnightCountsAfterMidnightToo) {
    Hub night("2026-11-23T23:00:00Z");
    const auto person = night.add_person("p", "P", "Q", std::nullopt);
    const auto over = night.add_appointment("over", person, "2026-11-23T23:30:00Z");
    night.advance(70min);
    EXPECT_EQ(night.arrive("a", over).result, ArrivalResult::Late);
    EXPECT_EQ(night.record(over).arrived_at, at("2026-11-24T00:10:00Z"));
    EXPECT_EQ(night.update(over)->deadline, at("2026-11-25T00:00:00Z")) << "it is the 23rd's";
}

TEST_F(RecordArrival, AfterTheEndOfWhatWentOnPastMidnightIsAContact) {
    Hub night("2026-11-24T00:31:00Z");
    const auto person = night.add_person("p", "P", "Q", std::nullopt);
    const auto over = night.add_appointment("over", person, "2026-11-23T23:30:00Z");
    EXPECT_EQ(night.arrive("a", over).result, ArrivalResult::CameAfterEnd);
}

TEST_F(RecordArrival, CallsReceptionForTheTimeOfTheTouchAndNotOfTheSending) {
    hub.advance(75min);
    const auto journaled = hub.visit("a", ada, {"two"});
    hub.advance(5h);
    ASSERT_TRUE(hub.send(journaled));
    ASSERT_EQ(calls(), 1U);
    const Call call = hub.store.record().calls.begin()->second;
    EXPECT_EQ(call.at, at("2026-11-23T15:05:00Z"));
    EXPECT_EQ(call.heard_at, at("2026-11-23T20:05:00Z"));
}

TEST_F(RecordArrival, ForNoneOrTooManyOrTheSameTwiceIsRefused) {
    EXPECT_EQ(hub.send(hub.visit("a", ada, {})).error().kind, base::ErrorKind::InvalidInput);
    EXPECT_EQ(hub.send(hub.visit("a", ada, {"two", "two"})).error().kind, base::ErrorKind::InvalidInput);
    std::vector<std::string> eleven;
    for (int i = 0; i < 11; ++i) eleven.push_back("unknown-" + std::to_string(i));
    EXPECT_EQ(hub.send(hub.visit("a", ada, eleven)).error().kind, base::ErrorKind::InvalidInput);
    eleven.pop_back();
    EXPECT_TRUE(hub.send(hub.visit("a", ada, eleven)));
}

TEST_F(RecordArrival, ForAnAppointmentCancelledSinceIsKeptAndWaitsForAPerson) {
    two.status = domain::AppointmentStatus::Cancelled;
    hub.put(two);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::ForReception);
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, testing::HasSubstr("cancelled"));
}

TEST_F(RecordArrival, ForAnAppointmentThatWasMovedIsKeptAndWaitsForAPerson) {
    two.status = domain::AppointmentStatus::Superseded;
    hub.put(two);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::ForReception);
    EXPECT_THAT(hub.update(two)->why, testing::HasSubstr("moved"));
}

TEST_F(RecordArrival, ForATelephoneAppointmentIsKeptAndWaitsForAPerson) {
    two.method = domain::DeliveryMethod::PhoneCall;
    hub.put(two);
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::ForReception);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
}

TEST_F(RecordArrival, ForAnUnknownAppointmentIsKeptAndCallsReception) {
    EXPECT_THAT(results(hub.send(hub.visit("a", ada, {"never-heard-of"}))),
                ElementsAre(ArrivalResult::ForReception));
    ASSERT_EQ(hub.events(), 1U);
    EXPECT_EQ(hub.store.record().events.front().appointment.text(), "never-heard-of");
    EXPECT_EQ(hub.store.record().events.front().person, ada);
    EXPECT_EQ(calls(), 1U);
}

TEST_F(RecordArrival, OfAnotherDayIsKeptForReceptionAndOwesNothing) {
    const auto tomorrow = hub.add_appointment("tomorrow", ada, "2026-11-24T14:00:00Z");
    EXPECT_EQ(hub.arrive("a", tomorrow).result, ArrivalResult::ForReception);
    EXPECT_FALSE(hub.record(tomorrow).attendance);
    EXPECT_TRUE(hub.record(tomorrow).time_waits_for_person);
    EXPECT_FALSE(hub.update(tomorrow));
    EXPECT_EQ(calls(), 1U);
}

TEST_F(RecordArrival, JournaledAndSentHoursLaterCountsFromTheTouch) {
    const auto request = hub.visit("a", ada, {"two"});
    hub.advance(5h);
    auto late = request;
    late.recorded_offline = true;
    EXPECT_THAT(results(hub.send(late)), ElementsAre(ArrivalResult::Yes));
    EXPECT_TRUE(hub.record(two).recorded_offline);
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

TEST_F(RecordArrival, JournaledByAKioskThatWasRestartedIsDoubtfulAndWaitsForAPerson) {
    const auto request = hub.visit("a", ada, {"two"});
    hub.advance(1h);
    hub.kiosk_clock.reboot("another-boot");
    const auto reply = hub.send(request);
    EXPECT_THAT(results(reply), ElementsAre(ArrivalResult::ForReception));
    EXPECT_EQ(reply->clock, ClockState::Doubtful);
    EXPECT_TRUE(hub.record(two).time_waits_for_person);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, testing::HasSubstr("not certain"));
}

TEST_F(RecordArrival, JournaledIn1970ByAKioskThatWasRestartedIsStillKeptForItsAppointment) {
    hub.kiosk_clock.set(base::Instant{} + 42s);
    const auto request = hub.visit("a", ada, {"two"});
    hub.kiosk_clock.reboot("another-boot");
    EXPECT_THAT(results(hub.send(request)), ElementsAre(ArrivalResult::ForReception));
    EXPECT_TRUE(hub.update(two));
}

TEST_F(RecordArrival, WhileTheServersClockIsDoubtfulWaitsForAPerson) {
    hub.server_clock = ClockState::Doubtful;
    EXPECT_EQ(hub.arrive("a", two).result, ArrivalResult::ForReception);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
}

TEST_F(RecordArrival, ProvenAfterADoubtfulOneStandsAndIsSent) {
    hub.server_clock = ClockState::Doubtful;
    hub.arrive("a", two);
    hub.server_clock = ClockState::Sure;
    hub.advance(5min);
    EXPECT_EQ(hub.arrive("b", two).result, ArrivalResult::Yes);
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T13:55:00Z"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

TEST_F(RecordArrival, ThatIsDoubtfulNeverTouchesAYes) {
    hub.arrive("a", two);
    hub.server_clock = ClockState::Doubtful;
    EXPECT_EQ(hub.arrive("b", two).result, ArrivalResult::AlreadyIn);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

TEST_F(RecordArrival, AfterADoubtfulOneIsToldNoTime) {
    hub.server_clock = ClockState::Doubtful;
    ASSERT_EQ(hub.arrive("a", two).result, ArrivalResult::ForReception);
    const auto again = hub.arrive("b", two);
    EXPECT_EQ(again.result, ArrivalResult::AlreadyIn);
    EXPECT_EQ(again.arrived_at, std::nullopt);
}

TEST_F(RecordArrival, JournaledEarlierAtAnotherKioskBettersTheRecord) {
    const auto journaled = hub.visit("a", ada, {"two"});
    hub.advance(20min);
    EXPECT_EQ(hub.arrive("b", two).result, ArrivalResult::Late);
    hub.advance(1h);
    EXPECT_THAT(results(hub.send(journaled, "side-door")), ElementsAre(ArrivalResult::Yes));
    EXPECT_EQ(hub.record(two).attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
    EXPECT_EQ(hub.store.record().updates.size(), 1U);
}

TEST_F(RecordArrival, JournaledEarlierIsDraftedAnewWhenLateWasDraftedButNotSubmitted) {
    const auto journaled = hub.visit("a", ada, {"two"});
    hub.advance(20min);
    hub.arrive("b", two);
    hub.advance(1h);
    hub.change_update(two, [&](domain::Update& u) {
        u.state = UpdateState::Drafted;
        u.drafted_at = hub.clock.now();
        u.tries = 3;
    });
    hub.send(journaled, "side-door");
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->tries, 0);
}

}  // namespace
}  // namespace server::app
