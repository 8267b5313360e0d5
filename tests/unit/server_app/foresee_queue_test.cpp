// The outbox as it would stand at a time to come.

#include "server/app/foresee_queue.h"

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

class Foresee : public Decide {
protected:
    ForeseeRules rules{{12h, 4h}, true};

    std::vector<Foreseen> queue(const char* when) {
        std::vector<Foreseen> out;
        EXPECT_TRUE(hub.store.read([&](View& view) -> base::Done {
            out = TRY(foresee_queue(view, hub.clock.now(), at(when), rules));
            return {};
        }));
        return out;
    }
    Foreseen one(const char* when) {
        const auto all = queue(when);
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? Foreseen{} : all[0];
    }
};

TEST_F(Foresee, AnArrivalIsHeldThenDraftedThenWarnedOfThenMissed) {
    hub.arrive("a", two);
    EXPECT_EQ(one("2026-11-23T14:59:59Z").state, UpdateState::Held);
    EXPECT_THAT(one("2026-11-23T14:59:59Z").why, HasSubstr("session's end"));
    const Foreseen drafted = one("2026-11-23T15:00:00Z");
    EXPECT_EQ(drafted.state, UpdateState::Drafted);
    EXPECT_EQ(drafted.changes, at("2026-11-23T15:00:00Z"));
    EXPECT_EQ(drafted.warning, DeadlineState::Open);
    EXPECT_FALSE(drafted.missed);
    EXPECT_THAT(drafted.why, HasSubstr("submit"));
    EXPECT_EQ(one("2026-11-24T12:00:00Z").warning, DeadlineState::Warned);
    EXPECT_EQ(one("2026-11-24T16:00:00Z").warning, DeadlineState::WarnedLast);
    EXPECT_FALSE(one("2026-11-24T23:59:59Z").missed);
    EXPECT_TRUE(one("2026-11-25T00:00:00Z").missed);
}

TEST_F(Foresee, WhereRecordsGoAsFilesThereAreNoDrafts) {
    rules.has_drafts = false;
    hub.arrive("a", two);
    EXPECT_EQ(one("2026-11-23T16:00:00Z").state, UpdateState::Held);
    EXPECT_THAT(one("2026-11-23T16:00:00Z").why, HasSubstr("submit"));
}

TEST_F(Foresee, WhatSomebodyHasDecidedToSubmitIsSubmittedAtItsTimeAndNeverMissed) {
    hub.arrive("a", two);
    EXPECT_TRUE(hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); }));
    EXPECT_EQ(one("2026-11-23T14:30:00Z").state, UpdateState::Held);
    const Foreseen later = one("2026-11-29T12:00:00Z");
    EXPECT_EQ(later.state, UpdateState::Submitted);
    EXPECT_EQ(later.changes, at("2026-11-23T15:00:00Z"));
    EXPECT_FALSE(later.missed);
    EXPECT_EQ(later.warning, DeadlineState::Open);
}

TEST_F(Foresee, ACaseSystemThatIsNotAskedNowIsAskedFirstWhenThePauseEnds) {
    hub.arrive("a", two);
    EXPECT_TRUE(hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); }));
    hub.clock.set(at("2026-11-23T15:00:00Z"));
    hub.put(CaseLink{6, at("2026-11-23T14:50:00Z"), at("2026-11-23T15:10:00Z")});
    EXPECT_EQ(one("2026-11-23T15:09:59Z").state, UpdateState::Held);
    EXPECT_EQ(one("2026-11-23T15:10:00Z").state, UpdateState::Submitted);
}

TEST_F(Foresee, WhereRecordsGoAsFilesItGoesWithTheNextFile) {
    rules.has_drafts = false;
    rules.file_every = 60min;
    hub.arrive("a", two);
    EXPECT_TRUE(hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); }));
    DropBatch newest;
    newest.id = "01936a3e-0000-7000-8000-000000000001";
    newest.made_at = at("2026-11-23T14:40:00Z");
    newest.state = BatchState::HandedOver;
    hub.put(newest);
    hub.clock.set(at("2026-11-23T14:50:00Z"));
    EXPECT_EQ(one("2026-11-23T15:39:59Z").state, UpdateState::Held);
    EXPECT_EQ(one("2026-11-23T15:40:00Z").state, UpdateState::Submitted);
    newest.made_at = at("2026-11-24T14:40:00Z");
    hub.put(newest);
    EXPECT_EQ(one("2026-11-23T15:00:00Z").state, UpdateState::Submitted) << "a clock that ran ahead";
}

TEST_F(Foresee, AnAppointmentOfWhichNobodySaysAnythingWaitsFromItsEndOn) {
    EXPECT_TRUE(queue("2026-11-23T15:00:00Z").empty()) << "at the very end somebody may still come";
    const Foreseen ended = one("2026-11-23T15:00:01Z");
    EXPECT_EQ(ended.state, UpdateState::WaitingForPerson);
    EXPECT_EQ(ended.attendance, std::nullopt);
    EXPECT_EQ(ended.deadline, at("2026-11-24T14:00:00Z"));
    EXPECT_EQ(one("2026-11-24T02:00:00Z").warning, DeadlineState::Warned);
    EXPECT_EQ(one("2026-11-24T10:00:00Z").warning, DeadlineState::WarnedLast);
    EXPECT_TRUE(one("2026-11-24T14:00:00Z").missed);
}

TEST_F(Foresee, TheTightestDeadlineStandsFirstAndThePastIsNow) {
    hub.arrive("a", two);
    const auto three = hub.add_appointment("three", ada, "2026-11-23T17:00:00Z");
    const auto all = queue("2026-11-24T18:00:00Z");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].appointment, three.id) << "24 hours from its start";
    EXPECT_EQ(all[1].appointment, two.id);
    EXPECT_EQ(one("2020-01-01T00:00:00Z").state, UpdateState::Held);
}

TEST_F(Foresee, WhatIsNotedAsMissedStaysMissedWhenItIsSubmitted) {
    hub.arrive("a", two);
    EXPECT_TRUE(hub.run([&](Transaction& t) { return decide_submit(t, decision(), hub.occasion()); }));
    EXPECT_TRUE(hub.run([&](Transaction& t) {
        return t.append(Breach{two.id, DeadlineKind::Record, at("2026-11-25T00:00:00Z"), hub.clock.now(),
                               BreachCause::Hub});
    }));
    EXPECT_TRUE(one("2026-11-23T16:00:00Z").missed);
}

}  // namespace
}  // namespace server::app
