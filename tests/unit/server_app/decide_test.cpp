#include "server/app/decide.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::Attendance;
using domain::EventKind;
using domain::UpdateState;
using protocol::ArrivalResult;
using testing::HasSubstr;

/// A Monday; the appointment is at two.
class Decide : public testing::Test {
protected:
    Decide() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }

    Decision decision(const std::string& reason = "seen at the desk") {
        return {two.id, "R. Porter", reason};
    }
    base::Done settle(base::Instant came_at) {
        return hub.run([&](Transaction& t) { return settle_time(t, decision(), came_at, hub.occasion()); });
    }
    base::Result<protocol::ArrivalOutcome> at_desk(base::Instant came_at) {
        return hub.run(
            [&](Transaction& t) { return record_at_desk(t, decision(), came_at, hub.occasion()); });
    }
    base::Result<AbsenceAnswer> absent() {
        return hub.run(
            [&](Transaction& t) { return confirm_absence(t, decision("not seen all day"), hub.occasion()); });
    }
    base::Done submit() {
        return hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); });
    }
    base::Done not_held() {
        return hub.run([&](Transaction& t) {
            return session_not_held(t, decision("heating failed"), domain::NoSessionReason::Logistics,
                                    hub.occasion());
        });
    }
    base::Result<Resent> resend() {
        return hub.run([&](Transaction& t) { return resend_one(t, decision(), hub.occasion()); });
    }
    void arrive_doubtful() {
        hub.server_clock = domain::ClockState::Doubtful;
        hub.arrive("doubtful", two);
        hub.server_clock = domain::ClockState::Sure;
    }
    void submitted() {
        hub.change_update(two, [&](domain::Update& u) {
            u.state = UpdateState::Submitted;
            u.drafted_at = u.submitted_at = hub.clock.now();
        });
    }
    /// The appointment is over and the kiosk has reported since.
    void after_the_end() {
        hub.advance(80min);
        hub.seen("front-door");
    }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

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

TEST_F(Decide, AnAbsenceIsOnlyNotedWhileAKioskHasNotReportedSinceTheStart) {
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

TEST_F(Decide, AnAbsenceIsOnlyNotedWhileAKioskHoldsUndeliveredRecords) {
    after_the_end();
    KioskHealth health = hub.store.record().health.begin()->second;
    health.journal_waiting = 1;
    hub.put(health);
    EXPECT_FALSE(absent()->to_be_submitted);
}

TEST_F(Decide, AnAbsenceDoesNotWaitForARevokedKiosk) {
    hub.add_kiosk("side-door");
    Kiosk kiosk = hub.store.record().kiosks.at(domain::KioskId("side-door"));
    kiosk.revoked_at = hub.clock.now();
    hub.put(kiosk);
    after_the_end();
    EXPECT_TRUE(absent()->to_be_submitted);
}

TEST_F(Decide, AnAbsenceIsOnlyNotedWhileTheServersClockIsDoubtful) {
    after_the_end();
    hub.server_clock = domain::ClockState::Doubtful;
    EXPECT_FALSE(absent()->to_be_submitted);
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
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
    ASSERT_TRUE(hub.run(
        [&](Transaction& t) { return note_practitioner_told(t, decision("rang duty"), hub.occasion()); }));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Submitted);
    EXPECT_TRUE(hub.record(two).practitioner_told_at);
}

TEST_F(Decide, ASessionNotHeldIsSentWithReasonAndWords) {
    hub.arrive("a", two);
    hub.advance(20min);
    ASSERT_TRUE(not_held());
    const auto update = hub.update(two).value();
    EXPECT_EQ(update.not_held, domain::NoSessionReason::Logistics);
    EXPECT_EQ(update.note, "heating failed");
    EXPECT_EQ(update.hold_until, hub.clock.now());
    EXPECT_EQ(update.state, UpdateState::Held);
    EXPECT_EQ(update.attendance, Attendance::Yes);
    ASSERT_TRUE(submit());
    EXPECT_EQ(hub.update(two)->note, "heating failed");
}

TEST_F(Decide, ASessionNotHeldNeedsItsStartAndSomebodyWhoCame) {
    EXPECT_EQ(not_held().error().kind, ErrorKind::Conflict);
    hub.arrive("a", two);
    EXPECT_EQ(not_held().error().kind, ErrorKind::Conflict);
    hub.advance(10min);
    EXPECT_TRUE(not_held());
}

TEST_F(Decide, SubmitIsAPersonsAndIsStillHeldUntilTheEnd) {
    hub.arrive("a", two);
    ASSERT_TRUE(submit());
    EXPECT_TRUE(hub.update(two)->submit_decided);
    EXPECT_EQ(hub.update(two)->decided_by, "R. Porter");
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->next_try, at("2026-11-23T15:00:00Z"));
}

TEST_F(Decide, SubmitOfADraftGoesOutAtOnce) {
    hub.arrive("a", two);
    hub.advance(80min);
    hub.change_update(two, [&](domain::Update& u) {
        u.state = UpdateState::Drafted;
        u.next_try = hub.clock.now() + 24h;
    });
    ASSERT_TRUE(submit());
    EXPECT_EQ(hub.update(two)->state, UpdateState::Drafted);
    EXPECT_TRUE(hub.update(two)->submit_decided);
    EXPECT_EQ(hub.update(two)->next_try, hub.clock.now());
}

TEST_F(Decide, SubmitOfWhatWasRefusedTriesItAgainEachTimeAPersonSaysSo) {
    hub.arrive("a", two);
    hub.advance(80min);
    for (int i = 0; i < 2; ++i) {
        hub.change_update(two, [](domain::Update& u) {
            u.state = UpdateState::WaitingForPerson;
            u.why = "refused";
            u.tries = 4;
        });
        ASSERT_TRUE(submit());
        EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
        EXPECT_EQ(hub.update(two)->tries, 0);
        EXPECT_EQ(hub.update(two)->why, "");
    }
}

TEST_F(Decide, SubmitIsRefusedWhereNothingIsOwedOrItIsDoneOrDoubtfulOrCancelled) {
    EXPECT_EQ(submit().error().kind, ErrorKind::NotFound);
    arrive_doubtful();
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    two.status = domain::AppointmentStatus::Cancelled;
    hub.put(two);
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    two.status = domain::AppointmentStatus::Live;
    hub.put(two);
    EXPECT_TRUE(submit());
    submitted();
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, ResendPutsASubmittedOrRefusedUpdateBackWithNoTriesUsed) {
    hub.arrive("a", two);
    ASSERT_TRUE(submit());
    hub.advance(80min);
    submitted();
    EXPECT_EQ(resend()->held, 1U);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_TRUE(hub.update(two)->submit_decided);
    hub.change_update(two, [](domain::Update& u) {
        u.state = UpdateState::WaitingForPerson;
        u.tries = 5;
    });
    EXPECT_EQ(resend()->held, 1U);
    EXPECT_EQ(hub.update(two)->tries, 0);
}

TEST_F(Decide, ResendLeavesAloneWhatIsDoubtfulBeingSentOrWithdrawn) {
    arrive_doubtful();
    EXPECT_EQ(resend()->left, 1U);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    hub.change_update(two, [](domain::Update& u) { u.state = UpdateState::Sending; });
    EXPECT_EQ(resend()->left, 1U);
    hub.change_update(two, [](domain::Update& u) { u.state = UpdateState::Withdrawn; });
    EXPECT_EQ(resend().error().kind, ErrorKind::NotFound);
}

TEST_F(Decide, ResendOfADayTakesThatLondonDayOnly) {
    const auto other = hub.add_appointment("other", ada, "2026-11-23T09:00:00Z");
    hub.arrive("a", two);
    hub.change_update(two, [](domain::Update& u) { u.state = UpdateState::Submitted; });
    const domain::Date day = domain::london_date(hub.clock.now());
    const auto sent = [&](domain::Date of) {
        return hub.run([&](Transaction& t) {
            return resend_between(t, domain::start_of(of), domain::start_of(domain::next_day(of)), decision(),
                                  hub.occasion());
        });
    };
    EXPECT_EQ(sent(domain::next_day(day))->held, 0U);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Submitted);
    EXPECT_EQ(sent(day)->held, 1U);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_FALSE(hub.update(other));
}

TEST_F(Decide, AnUndoAfterADecisionOnTheArrivalIsRefused) {
    hub.arrive("a", two);
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    EXPECT_EQ(hub.undo("a").error().kind, ErrorKind::Conflict);
}

}  // namespace
}  // namespace server::app
