#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

TEST_F(Forwarding, AnotherAttendanceDraftedBySomebodyElseIsForAPerson) {
    owed(Attendance::Yes);
    decide_submit();
    theirs() = {Attendance::No, false, {}, {}, {}, {}, false, false};
    EXPECT_EQ(forward(kEnd), std::vector{Forwarded::ForPerson});
    EXPECT_EQ(theirs().attended, Attendance::No);
}

TEST_F(Forwarding, ADraftThatSomebodyHasChangedSinceIsNotSubmittedOver) {
    owed(Attendance::Yes);
    forward(kEnd);
    theirs().session_happened = false;
    theirs().no_session_reason = domain::NoSessionReason::Logistics;
    theirs().note = "The facilitator was ill";
    const CaseAttendance changed = theirs();
    decide_submit();
    EXPECT_EQ(forward(kEnd + 1h), std::vector{Forwarded::ForPerson});
    EXPECT_EQ(theirs(), changed);
}

TEST_F(Forwarding, ADidNotAttendThatSomebodyHasCorrectedBetweenTwoTriesIsNotWrittenAgain) {
    owed(Attendance::No);
    fail(Verb::Submit, CaseFailure::Unreachable, Effect::None);
    forward(kEnd);
    ASSERT_EQ(theirs().attended, Attendance::No);
    theirs() = {Attendance::Yes, true, {}, {}, {}, {}, false, false};
    forward(kEnd + 1h);
    EXPECT_EQ(theirs().attended, Attendance::Yes);
    EXPECT_FALSE(theirs().submitted);
    EXPECT_EQ(now_held().state, UpdateState::WaitingForPerson);
}

}  // namespace
}  // namespace forwarding
