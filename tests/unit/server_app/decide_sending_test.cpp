// Decisions on what the case system is told.

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

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

TEST_F(Decide, ASessionThatWasHeldAfterAllIsHeldUntilItsEndAndSaidSo) {
    hub.arrive("a", two);
    hub.advance(20min);
    EXPECT_EQ(held_after_all().error().kind, ErrorKind::Conflict) << "nobody said otherwise";
    ASSERT_TRUE(not_held());
    ASSERT_TRUE(submit());
    ASSERT_TRUE(held_after_all());
    const auto update = hub.update(two).value();
    EXPECT_EQ(update.not_held, std::nullopt);
    EXPECT_EQ(update.note, "");
    EXPECT_EQ(update.state, UpdateState::Held);
    EXPECT_EQ(update.hold_until, at("2026-11-23T15:00:00Z"));
    EXPECT_FALSE(update.submit_decided) << "what would be submitted has changed";
    EXPECT_EQ(update.decided_by, "R. Porter");
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::SessionHeld);
    EXPECT_EQ(event.reason, "they met in the kitchen");
    EXPECT_TRUE(not_held()) << "and otherwise again";
    EXPECT_TRUE(hub.record(two).not_held);
}

TEST_F(Decide, ASessionThatWasHeldAfterAllWaitsForAPersonWhereTheOppositeWasSubmitted) {
    hub.arrive("a", two);
    hub.advance(20min);
    ASSERT_TRUE(not_held());
    submitted();
    ASSERT_TRUE(held_after_all());
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("Telephone the practitioner"));
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

TEST_F(Decide, WhatWasTakenBackAfterItWasDraftedIsDoneOnceSomebodyHasPutItRightThere) {
    EXPECT_EQ(corrected_there().error().kind, ErrorKind::NotFound);
    hub.arrive("a", two);
    hub.advance(80min);
    hub.change_update(two, [&](domain::Update& u) {
        u.state = UpdateState::Drafted;
        u.drafted_at = hub.clock.now();
    });
    EXPECT_EQ(corrected_there().error().kind, ErrorKind::Conflict) << "the arrival stands";
    ASSERT_TRUE(take_it_back());
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("note here that it was put right"));
    ASSERT_TRUE(corrected_there());
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::CorrectedThere);
    EXPECT_EQ(event.actor, "R. Porter");
    EXPECT_EQ(corrected_there().error().kind, ErrorKind::NotFound) << "once is enough";
}

TEST_F(Decide, WhatWasSubmittedIsNeverSaidToBeCorrectedThere) {
    hub.arrive("a", two);
    hub.advance(80min);
    submitted();
    ASSERT_TRUE(take_it_back());
    EXPECT_THAT(hub.update(two)->why, HasSubstr("Telephone the practitioner"));
    EXPECT_EQ(corrected_there().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, NothingIsTakenBackWhileItMayBeBeingSubmitted) {
    after_the_end();
    ASSERT_TRUE(absent());
    hub.change_update(two, [](domain::Update& u) { u.state = UpdateState::Sending; });
    EXPECT_EQ(not_absent().error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Sending);
}

TEST_F(Decide, NoArrivalIsTakenBackWhileItMayBeBeingSubmitted) {
    hub.arrive("a", two);
    ASSERT_TRUE(submit());
    hub.change_update(two, [](domain::Update& u) { u.state = UpdateState::Sending; });
    EXPECT_EQ(take_it_back().error().kind, ErrorKind::Conflict);
}

TEST_F(Decide, ResendPutsASubmittedOrRefusedUpdateBackWithNoTriesUsed) {
    hub.arrive("a", two);
    ASSERT_TRUE(submit());
    hub.advance(80min);
    submitted();
    EXPECT_EQ(resend()->held, 1U);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_TRUE(hub.update(two)->submit_decided);
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.kind, EventKind::ResendDecided);
    EXPECT_EQ(event.actor, "R. Porter");
    EXPECT_EQ(event.reason, "seen at the desk");
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

TEST_F(Decide, AnUndoAfterADecisionOnTheArrivalIsLeftToAPerson) {
    hub.arrive("a", two);
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    ASSERT_TRUE(hub.undo("a"));
    EXPECT_EQ(hub.record(two).arrived_at, at("2026-11-23T13:49:00Z"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(settle(at("2026-11-23T13:49:00Z")));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

}  // namespace
}  // namespace server::app
