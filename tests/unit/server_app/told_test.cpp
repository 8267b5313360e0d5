// The practitioner was told by telephone: when, and once.

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

TEST_F(Decide, TheCallToThePractitionerKeepsTheTimeAtWhichItWas) {
    after_the_end();
    const base::Instant called = at("2026-11-23T14:40:00Z");
    ASSERT_TRUE(tell("told Jo Duty", called));
    EXPECT_EQ(hub.record(two).practitioner_told_at, called);
    const auto event = hub.store.record().events.back();
    EXPECT_EQ(event.at, called);
    EXPECT_EQ(event.recorded_at, hub.clock.now());
}

TEST_F(Decide, NobodyWasToldBeforeTheStartOrIsToldInTheFuture) {
    after_the_end();
    EXPECT_EQ(tell("told Jo Duty", two.start - 1s).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(tell("told Jo Duty", hub.clock.now() + 1s).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(hub.store.record().events.empty());
    EXPECT_TRUE(tell("told Jo Duty", two.start)) << "the very start is none of both";
}

TEST_F(Decide, ACallThatIsNotedTwiceIsKeptOnce) {
    after_the_end();
    ASSERT_TRUE(tell("told Jo Duty", two.start));
    EXPECT_TRUE(tell("told Jo Duty", two.start)) << "the same form, sent again";
    const auto refused = tell("told Jo Duty", hub.clock.now(), "K. Second");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(refused.error().message, HasSubstr("told already, by R. Porter at 14:00"));
    EXPECT_EQ(tell("told somebody else", two.start).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.store.record().events.size(), 1U);
}

TEST_F(Decide, WhatIsNewSinceTheCallMayBeToldToo) {
    after_the_end();
    ASSERT_TRUE(tell("told Jo Duty", two.start));
    ASSERT_TRUE(absent());
    ASSERT_TRUE(tell("told Jo Duty of it", hub.clock.now()));
    EXPECT_EQ(tell("and again", hub.clock.now()).error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(not_absent());
    EXPECT_TRUE(tell("told Jo Duty that it was Bob", hub.clock.now()));
}

TEST_F(Decide, ACallThatAnUpdateWaitsForIsNotedWhateverWasToldBefore) {
    after_the_end();
    ASSERT_TRUE(absent());
    ASSERT_TRUE(tell("told Jo Duty", hub.clock.now()));
    submitted();
    hub.change_update(two, [](domain::Update& u) {
        u.state = UpdateState::WaitingForPerson;
        u.why = "It was changed while it was being submitted.";
    });
    ASSERT_TRUE(tell("told Jo Duty of the change", hub.clock.now()));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Submitted);
}

}  // namespace
}  // namespace server::app
