// Did not attend.

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

TEST_F(Decide, AnAbsenceIsRefusedUntilTheAppointmentHasEnded) {
    hub.advance(70min);
    hub.seen("front-door");
    EXPECT_EQ(absent().error().kind, ErrorKind::Conflict);
    hub.advance(1us);
    EXPECT_TRUE(absent());
}

TEST_F(Decide, AnAbsenceIsSubmittedWithin24HoursOfTheStart) {
    after_the_end();
    ASSERT_TRUE(absent()->to_be_submitted);
    const auto update = hub.update(two).value();
    EXPECT_EQ(update.state, UpdateState::Held);
    EXPECT_EQ(update.attendance, Attendance::No);
    EXPECT_TRUE(update.submit_decided);
    EXPECT_EQ(update.decided_by, "R. Porter");
    EXPECT_EQ(update.note, "not seen all day");
    EXPECT_EQ(update.hold_until, hub.clock.now());
    EXPECT_EQ(update.deadline, at("2026-11-24T14:00:00Z"));
    EXPECT_FALSE(update.arrived_at);
}

TEST_F(Decide, AnAbsenceIsNeverWrittenOverAnArrival) {
    hub.arrive("a", two);
    after_the_end();
    EXPECT_EQ(absent().error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.record(two).attendance, Attendance::Yes);
}

TEST_F(Decide, AnAbsenceIsNeverWrittenOverADoubtfulArrival) {
    arrive_doubtful();
    after_the_end();
    EXPECT_EQ(absent().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, AnAbsenceFromATelephoneAppointmentCannotBeConfirmed) {
    after_the_end();
    two.method = domain::DeliveryMethod::PhoneCall;
    hub.put(two);
    EXPECT_EQ(absent().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, AnAbsenceThatTheCaseSystemHasAsFinalIsLeftAlone) {
    after_the_end();
    two.status = domain::AppointmentStatus::Settled;
    hub.put(two);
    EXPECT_EQ(absent().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, AnAbsenceIsOnlyNotedWhileAKioskHasNotReported) {
    hub.add_kiosk("side-door");
    after_the_end();
    const auto answer = absent();
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->to_be_submitted);
    EXPECT_THAT(answer->only_noted_because, HasSubstr("side-door"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_FALSE(hub.update(two)->submit_decided);
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    hub.seen("side-door");
    EXPECT_TRUE(submit());
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_TRUE(hub.update(two)->submit_decided);
    EXPECT_EQ(hub.update(two)->note, "not seen all day");
}

TEST_F(Decide, AnAbsenceIsOnlyNotedWhileAKioskHoldsArrivalsThatItHasNotDelivered) {
    after_the_end();
    front_door([](KioskHealth& health) { health.arrivals_waiting = 1; });
    EXPECT_THAT(absent()->only_noted_because, HasSubstr("may still hold the arrival: front-door"));
    front_door([](KioskHealth& health) { health.arrivals_waiting = 0; });
    EXPECT_TRUE(submit());
}

TEST_F(Decide, AnAbsenceDoesNotWaitForCallsAndLateReasons) {
    after_the_end();
    front_door([](KioskHealth& health) { health.journal_waiting = 5; });
    EXPECT_TRUE(absent()->to_be_submitted);
}

TEST_F(Decide, AnAbsenceWaitsForAnArrivalRefusedForGoodUntilSomebodyHasLookedAtIt) {
    EXPECT_EQ(see_to_refused_there("front-door", "R. Porter").error().kind, ErrorKind::Conflict)
        << "nothing was refused";
    after_the_end();
    front_door([&](KioskHealth& health) {
        health.journal_waiting = health.arrivals_refused = 1;
        health.refused_at = hub.clock.now();
    });
    EXPECT_THAT(absent()->only_noted_because,
                HasSubstr("refused for good, and it may be this one: front-door"));
    EXPECT_EQ(see_to_refused_there("front-door", "").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(see_to_refused_there("back-door", "R. Porter").error().kind, ErrorKind::NotFound);
    ASSERT_EQ(refused_tasks().size(), 1U);
    EXPECT_EQ(refused_tasks().front().kiosk.text(), "front-door");
    EXPECT_EQ(refused_tasks().front().arrivals, 1U);
    EXPECT_EQ(see_to_refused_there("front-door", "R. Porter", 2).error().kind, ErrorKind::Conflict)
        << "who saw two has not looked at what the kiosk tells of";
    ASSERT_TRUE(see_to_refused_there("front-door", "R. Porter"));
    EXPECT_EQ(hub.store.record().settled_journals.back().who, "R. Porter");
    EXPECT_TRUE(refused_tasks().empty());
    EXPECT_TRUE(submit());
    hub.advance(1min);
    front_door([&](KioskHealth& health) {
        health.arrivals_refused = 2;
        health.refused_at = hub.clock.now();
    });
    EXPECT_EQ(refused_tasks().size(), 1U) << "another one was refused since";
}

TEST_F(Decide, AnAbsenceWaitsForWhatAKioskOfANewNameBringsFromItsOldOne) {
    after_the_end();
    hub.advance(1min);
    hub.add_kiosk("front-door-2");
    Kiosk renewed = hub.store.record().kiosks.at(domain::KioskId("front-door-2"));
    renewed.added_at = hub.clock.now();
    hub.put(renewed);
    EXPECT_TRUE(why_only_noted().empty()) << "it was let in after the end, and brings nothing";
    tells("front-door-2", [](KioskHealth& health) { health.arrivals_waiting = 1; });
    EXPECT_THAT(why_only_noted(), HasSubstr("may still hold the arrival: front-door-2"));
    tells("front-door-2", [&](KioskHealth& health) {
        health.arrivals_waiting = 0;
        health.arrivals_refused = 1;
        health.refused_at = hub.clock.now();
    });
    EXPECT_THAT(why_only_noted(), HasSubstr("it may be this one: front-door-2"));
}

TEST_F(Decide, AnAbsenceDoesNotWaitForWhatWasRefusedBeforeTheAppointmentsDay) {
    after_the_end();
    front_door([](KioskHealth& health) {
        health.arrivals_refused = 1;
        health.refused_at = at("2026-11-22T23:59:59Z");
    });
    EXPECT_TRUE(absent()->to_be_submitted);
    EXPECT_EQ(refused_tasks().size(), 1U) << "and is somebody's task all the same";
}

TEST_F(Decide, AnAbsenceIsOnlyNotedUntilEveryKioskHasReportedAfterTheEnd) {
    hub.advance(70min);
    hub.seen("front-door");
    hub.advance(1us);
    EXPECT_FALSE(absent()->to_be_submitted) << "until the end somebody can arrive";
    hub.seen("front-door");
    EXPECT_TRUE(submit());
}

TEST_F(Decide, AnAbsenceWaitsForARevokedKioskUntilItsJournalIsGivenUpByName) {
    hub.add_kiosk("side-door");
    hub.advance(20min);
    revoke("side-door");
    hub.advance(60min);
    hub.seen("front-door");
    EXPECT_THAT(absent()->only_noted_because, HasSubstr("side-door (revoked)"));
    EXPECT_EQ(give_up("side-door", "").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(give_up("front-door", "R. Porter").error().kind, ErrorKind::Conflict) << "it is still let in";
    EXPECT_EQ(give_up("back-door", "R. Porter").error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(give_up("side-door", "R. Porter"));
    const auto lost = hub.store.record().settled_journals;
    ASSERT_EQ(lost.size(), 1U);
    EXPECT_EQ(lost.front().who, "R. Porter");
    EXPECT_EQ(lost.front().why, "stolen in the night");
    EXPECT_EQ(lost.front().at, hub.clock.now());
    EXPECT_TRUE(absent()->to_be_submitted);
}

TEST_F(Decide, AnAbsenceWaitsForAKioskRevokedBeforeTheStartForPeopleComeEarly) {
    hub.add_kiosk("side-door");
    revoke("side-door");
    after_the_end();
    EXPECT_FALSE(absent()->to_be_submitted);
}

TEST_F(Decide, AnAbsenceDoesNotWaitForAKioskThatWasRevokedTheDayBeforeOrHadReportedEverything) {
    hub.add_kiosk("old-door");
    Kiosk old = hub.store.record().kiosks.at(domain::KioskId("old-door"));
    old.revoked_at = at("2026-11-22T23:59:59Z");
    hub.put(old);
    hub.add_kiosk("side-door");
    after_the_end();
    hub.seen("side-door");
    revoke("side-door");
    EXPECT_TRUE(absent()->to_be_submitted);
}

TEST_F(Decide, AnAbsenceOfSomebodyWhoCameAfterTheEndNeedsThatToBeSaid) {
    after_the_end();
    ASSERT_EQ(hub.arrive("a", two).result, ArrivalResult::CameAfterEnd);
    const auto refused = absent();
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(refused.error().message, HasSubstr("15:10"));
    ASSERT_TRUE(absent(CameAfterEnd::DidNotAttendAllTheSame)->to_be_submitted);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::No);
}

TEST_F(Decide, AnAbsenceConfirmedBeforeItWasKnownThatThePersonCameAfterTheEndIsConfirmedAgain) {
    hub.add_kiosk("side-door");
    hub.advance(80min);
    const auto journaled = hub.visit("a", ada, {"two"});
    hub.seen("front-door");
    hub.seen("side-door");
    ASSERT_TRUE(absent()->to_be_submitted);
    ASSERT_TRUE(hub.send(journaled));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_FALSE(hub.update(two)->submit_decided);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("Confirm it again"));
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    EXPECT_EQ(absent().error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(absent(CameAfterEnd::DidNotAttendAllTheSame));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_TRUE(hub.update(two)->submit_decided);
}

TEST_F(Decide, AnAbsenceIsOnlyNotedWhileTheServersClockIsDoubtful) {
    after_the_end();
    hub.server_clock = domain::ClockState::Doubtful;
    EXPECT_FALSE(absent()->to_be_submitted);
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, AnAbsenceIsTakenBackAsLongAsItWasNotSubmitted) {
    EXPECT_EQ(not_absent().error().kind, ErrorKind::Conflict) << "nothing was said";
    after_the_end();
    ASSERT_TRUE(absent());
    ASSERT_TRUE(not_absent());
    EXPECT_EQ(hub.record(two).attendance, std::nullopt);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::AbsenceWithdrawn);
    EXPECT_EQ(event.actor, "R. Porter");
    EXPECT_EQ(event.reason, "it was Bob");
    ASSERT_TRUE(absent()->to_be_submitted) << "and may be confirmed again";
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    submitted();
    EXPECT_EQ(not_absent().error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.record(two).attendance, Attendance::No);
}

TEST_F(Decide, AnAbsenceTakenBackAfterItWasDraftedIsCorrectedByAPerson) {
    after_the_end();
    ASSERT_TRUE(absent());
    hub.change_update(two, [&](domain::Update& u) {
        u.state = UpdateState::Drafted;
        u.drafted_at = hub.clock.now();
    });
    ASSERT_TRUE(not_absent());
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("Did not attend was taken back"));
    EXPECT_THAT(hub.update(two)->why, HasSubstr("note here that it was put right"));
    ASSERT_TRUE(corrected_there());
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
}

TEST_F(Decide, AnAbsenceThatStandsAgainIsToldInItsOwnWords) {
    const auto journaled = hub.visit("a", ada, {"two"});
    after_the_end();
    ASSERT_TRUE(absent());
    ASSERT_TRUE(hub.send(journaled));
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    ASSERT_TRUE(take_it_back());
    EXPECT_EQ(hub.update(two)->attendance, Attendance::No);
    EXPECT_EQ(hub.update(two)->note, "not seen all day") << "the practitioner reads it";
    EXPECT_FALSE(hub.update(two)->submit_decided);
}

TEST_F(Decide, AnArrivalThatComesInBeforeTheAbsenceWasSentTakesItsPlace) {
    const auto journaled = hub.visit("a", ada, {"two"});
    after_the_end();
    ASSERT_TRUE(absent());
    ASSERT_TRUE(hub.send(journaled));
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_FALSE(hub.update(two)->submit_decided);
    EXPECT_EQ(hub.update(two)->note, "");
    EXPECT_EQ(hub.update(two)->deadline, at("2026-11-25T00:00:00Z"));
}

TEST_F(Decide, AnArrivalThatComesInAfterASubmittedAbsenceAsksForATelephoneCallUntilItIsMade) {
    const auto journaled = hub.visit("a", ada, {"two"});
    after_the_end();
    ASSERT_TRUE(absent());
    submitted();
    ASSERT_TRUE(hub.send(journaled));
    EXPECT_EQ(hub.record(two).attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::No);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("Telephone the practitioner"));
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    EXPECT_EQ(resend()->held, 0U);
    EXPECT_EQ(tell("rang duty", two.start).error().kind, ErrorKind::InvalidInput)
        << "of what came in since nobody told anything then";
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    ASSERT_TRUE(tell("rang duty", hub.clock.now()));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Submitted);
    EXPECT_TRUE(hub.record(two).practitioner_told_at);
}

}  // namespace
}  // namespace server::app
