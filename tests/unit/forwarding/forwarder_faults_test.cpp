// An update's way to the case system when calls fail: nothing is lost and nothing is sent twice.

#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

TEST_F(Forwarding, WhateverCallLosesItsReplyEverythingHappensOnce) {
    for (const Attendance attendance : {Attendance::Yes, Attendance::Late, Attendance::No}) {
        for (const Verb verb : {Verb::Read, Verb::PutAttendance, Verb::PutFeedback, Verb::Submit}) {
            for (const Effect effect : {Effect::None, Effect::Accepted}) {
                case_system_ = FakeCaseSystem();
                owed(attendance);
                decide_submit();
                fail(verb, CaseFailure::Unreachable, effect);
                base::Instant now = kEnd;
                for (int i = 0; i < 4; ++i, now += 5min) forward(now);
                EXPECT_EQ(now_held().state, UpdateState::Submitted);
                EXPECT_EQ(case_system_.submits, 1);
                EXPECT_LE(case_system_.count(Verb::Submit),
                          effect == Effect::Accepted || verb != Verb::Submit ? 1 : 2);
                EXPECT_LE(case_system_.count(Verb::PutAttendance),
                          effect == Effect::Accepted || verb != Verb::PutAttendance ? 1 : 2);
                EXPECT_EQ(theirs().late.value_or(false), attendance == Attendance::Late);
            }
        }
    }
}

TEST_F(Forwarding, UnreachableIsTriedForEverWithLongerWaitsUpToACap) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::Unreachable, Effect::None, 1000);
    base::Instant now = kEnd;
    std::chrono::microseconds longest{0};
    for (int i = 0; i < 200; ++i) {
        ASSERT_EQ(forward(now), std::vector{Forwarded::WillRetry});
        const Update update = now_held();
        ASSERT_EQ(update.state, UpdateState::Sending);
        ASSERT_GT(update.next_try, now);
        longest = std::max(longest, std::chrono::microseconds(update.next_try - now));
        // Not before it is asked again at all.
        now = std::max(update.next_try, store_.record().case_link.ask_again_at.value_or(update.next_try));
    }
    EXPECT_LE(longest, RetryPolicy{}.wait_max);
    EXPECT_GE(longest, RetryPolicy{}.wait_max / 2);
    EXPECT_EQ(now_held().tries, 200);
}

TEST_F(Forwarding, AReadThatFailsLeavesAHeldUpdateHeld) {
    owed(Attendance::Yes);
    fail(Verb::Read, CaseFailure::Unreachable, Effect::None);
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::WillRetry});
    EXPECT_EQ(now_held().state, UpdateState::Held);
}

TEST_F(Forwarding, ServerErrorsAreTriedAFewTimesInARow) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::Unreachable, Effect::None, 10);
    fail(Verb::PutAttendance, CaseFailure::ServerError, Effect::None, 100);
    base::Instant now = kEnd;
    int server_errors = 0;
    for (int i = 0; i < 30 && now_held().state != UpdateState::WaitingForPerson; ++i, now += 20min) {
        forward(now);
        server_errors += i >= 10 ? 1 : 0;
    }
    EXPECT_EQ(server_errors, RetryPolicy{}.server_error_tries);
    EXPECT_EQ(now_held().state, UpdateState::WaitingForPerson);
}

TEST_F(Forwarding, WhatIsRefusedForGoodIsForPeopleAtOnce) {
    for (const CaseFailure failure : {CaseFailure::NotAllowed, CaseFailure::Refused}) {
        case_system_ = FakeCaseSystem();
        owed(Attendance::Yes);
        fail(Verb::PutAttendance, failure, Effect::None, 100);
        EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
        EXPECT_EQ(case_system_.count(Verb::PutAttendance), 1);
        EXPECT_NE(now_held().why.find("it did not work."), std::string::npos);
    }
}

TEST_F(Forwarding, TooEarlyIsHeld) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::TooEarly, Effect::None);
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::Held});
    EXPECT_EQ(now_held().state, UpdateState::Held);
    EXPECT_GT(now_held().next_try, kEnd);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Drafted});
}

TEST_F(Forwarding, ASubmitWithAnUnreadableReplyIsComparedAndNotRepeated) {
    owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    fail(Verb::Submit, CaseFailure::NotUnderstood, Effect::Accepted);
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::Submitted});
    EXPECT_EQ(case_system_.count(Verb::Submit), 1);
}

}  // namespace
}  // namespace forwarding
