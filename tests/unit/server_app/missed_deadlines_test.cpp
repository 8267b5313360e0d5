// Deadlines that were missed are noted once, with who kept them from being met.

#include "server/app/missed_deadlines.h"

#include "server/app/moved_deadline.h"
#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

class Missed : public Decide {
protected:
    unsigned note() {
        const auto noted =
            note_missed_deadlines(hub.store, {hub.clock.now(), hub.server_clock}, hub.clock.now() - 72h);
        EXPECT_TRUE(noted);
        return noted.value_or(999U);
    }
    std::vector<Breach> kept() { return hub.store.record().breaches; }
    void submit_decided() {
        EXPECT_TRUE(hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); }));
    }
};

TEST_F(Missed, NothingIsMissedBeforeItsDeadline) {
    hub.arrive("a", two);
    hub.clock.set(at("2026-11-24T23:59:59Z"));
    EXPECT_EQ(note(), 0U);
}

TEST_F(Missed, ARecordThatNobodySubmittedWaitedForAPerson) {
    hub.arrive("a", two);
    hub.clock.set(at("2026-11-25T00:00:00Z"));
    EXPECT_EQ(note(), 1U);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0], (Breach{two.id, DeadlineKind::Record, at("2026-11-25T00:00:00Z"), hub.clock.now(),
                                 BreachCause::WaitingForPerson}));
    EXPECT_EQ(note(), 0U) << "it is noted once";
}

TEST_F(Missed, ADeadlineThatWasMovedSinceIsSaidBesideTheNote) {
    hub.arrive("a", two);
    hub.clock.set(at("2026-11-25T00:00:00Z"));
    ASSERT_EQ(note(), 1U);
    const Breach noted = kept()[0];
    const auto moved = [&] {
        return hub.run([&](Transaction& t) { return moved_since(t, noted); }).value();
    };
    EXPECT_EQ(moved(), std::nullopt) << "it stands";
    hub.change_update(two, [](domain::Update& u) { u.deadline = at("2026-11-26T00:00:00Z"); });
    EXPECT_EQ(moved(), at("2026-11-26T00:00:00Z"));
    const BoardRow row = hub.run([&](Transaction& t) { return board_row(t, two, hub.clock.now()); }).value();
    EXPECT_EQ(moved_since(noted, row), at("2026-11-26T00:00:00Z"));
    EXPECT_EQ(note(), 0U);
    EXPECT_EQ(kept().size(), 1U) << "what was noted stays";
}

TEST_F(Missed, WhatWasDecidedInTimeWasMissedByTheHubOrByTheCaseSystem) {
    hub.arrive("a", two);
    hub.clock.advance(2h);
    submit_decided();
    hub.clock.set(at("2026-11-25T09:00:00Z"));
    EXPECT_EQ(note(), 1U);
    EXPECT_EQ(kept()[0].cause, BreachCause::Hub);
}

TEST_F(Missed, TheCaseSystemMissedItWhereItsCallsGotNoAnswer) {
    hub.arrive("a", two);
    hub.clock.advance(2h);
    submit_decided();
    CaseLink link;
    link.unanswered = 7;
    hub.put(link);
    hub.clock.set(at("2026-11-25T09:00:00Z"));
    EXPECT_EQ(note(), 1U);
    EXPECT_EQ(kept()[0].cause, BreachCause::CaseSystem);
}

TEST_F(Missed, TheCaseSystemMissedWhatWasDecidedInTimeAndNotTakenThere) {
    hub.arrive("a", two);
    hub.clock.advance(2h);
    submit_decided();
    hub.change_update(two, [](domain::Update& update) {
        update.state = UpdateState::WaitingForPerson;
        update.why = "The case system does not accept what the hub sent (400).";
    });
    hub.clock.set(at("2026-11-25T09:00:00Z"));
    EXPECT_EQ(note(), 1U);
    EXPECT_EQ(kept()[0].cause, BreachCause::CaseSystem);
}

TEST_F(Missed, TheFirstCauseStands) {
    hub.arrive("a", two);
    hub.clock.set(at("2026-11-25T09:00:00Z"));
    EXPECT_EQ(note(), 1U);
    submit_decided();
    hub.clock.advance(1h);
    EXPECT_EQ(note(), 0U);
    EXPECT_EQ(kept()[0].cause, BreachCause::WaitingForPerson);
}

TEST_F(Missed, AnEndedAppointmentOfWhichNobodySaidAnythingIsMissedAfterADay) {
    hub.clock.set(at("2026-11-24T13:59:59Z"));
    EXPECT_EQ(note(), 0U);
    hub.clock.set(at("2026-11-24T14:00:00Z"));
    EXPECT_EQ(note(), 1U);
    EXPECT_EQ(kept()[0].kind, DeadlineKind::Absence);
    EXPECT_EQ(kept()[0].cause, BreachCause::WaitingForPerson);
}

TEST_F(Missed, ACallToThePractitionerInTimeMeetsTheDeadlineOfANonAttendance) {
    hub.clock.set(at("2026-11-23T16:00:00Z"));
    EXPECT_TRUE(hub.run([&](Transaction& t) {
        return note_practitioner_told(t, decision(), hub.clock.now(), hub.occasion());
    }));
    hub.clock.set(at("2026-11-24T20:00:00Z"));
    EXPECT_EQ(note(), 0U);
}

TEST_F(Missed, WhatIsSubmittedInTimeOrNotExpectedHereIsNotMissed) {
    hub.arrive("a", two);
    hub.change_update(two, [](domain::Update& update) {
        update.state = UpdateState::Submitted;
        update.submitted_at = at("2026-11-24T10:00:00Z");
    });
    auto elsewhere = hub.add_appointment("video", ada, "2026-11-23T10:00:00Z");
    elsewhere.method = domain::DeliveryMethod::VideoCall;
    hub.put(elsewhere);
    hub.clock.set(at("2026-11-26T10:00:00Z"));
    EXPECT_EQ(note(), 0U);
}

TEST_F(Missed, NothingIsNotedByAClockThatMayRunAhead) {
    hub.arrive("a", two);
    hub.clock.set(at("2027-11-25T00:00:00Z"));
    hub.server_clock = domain::ClockState::Doubtful;
    EXPECT_EQ(note(), 0U);
    EXPECT_TRUE(kept().empty());
}

}  // namespace
}  // namespace server::app
