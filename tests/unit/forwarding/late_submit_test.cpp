// What is submitted only after its deadline is noted in the commit of that submit, once.

#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

class LateSubmit : public Forwarding {
protected:
    std::vector<Breach> missed() const { return store_.record().breaches; }
};

TEST_F(LateSubmit, IsNotedWithTheSubmitAndOneInTimeIsNot) {
    const Update update = owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    forward(update.deadline);
    ASSERT_EQ(now_held().state, UpdateState::Submitted);
    ASSERT_EQ(missed().size(), 1U);
    EXPECT_EQ(missed()[0].appointment, kAppointment);
    EXPECT_EQ(missed()[0].kind, DeadlineKind::Record);
    EXPECT_EQ(missed()[0].deadline, update.deadline);
}

TEST_F(LateSubmit, InTimeNothingIsNoted) {
    const Update update = owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    forward(update.deadline - 1us);
    ASSERT_EQ(now_held().state, UpdateState::Submitted);
    EXPECT_TRUE(missed().empty());
}

TEST_F(LateSubmit, IsNotedAlsoWhereTheRecordChangedMeanwhile) {
    const Update update = owed(Attendance::Yes);
    forward(kEnd);
    decide_submit();
    case_system_.during = [this](Verb verb) {
        if (verb != Verb::Submit) return;
        Update changed = now_held();
        changed.note = "changed meanwhile";
        put(changed);
    };
    forward(update.deadline);
    EXPECT_TRUE(now_held().submitted_at);
    EXPECT_EQ(missed().size(), 1U);
}

}  // namespace
}  // namespace forwarding
