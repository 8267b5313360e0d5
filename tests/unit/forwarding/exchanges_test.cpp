// What was sent and answered is kept with what followed from it.

#include "tests/unit/forwarding/forwarding_fixture.h"

namespace forwarding {
namespace {

class Exchanges : public Forwarding {
protected:
    std::vector<Exchange> kept() const { return store_.record().exchanges; }
    std::vector<CaseCall> calls() const {
        std::vector<CaseCall> out;
        for (const Exchange& one : kept()) out.push_back(one.call);
        return out;
    }
};

TEST_F(Exchanges, EveryCallOfAnUpdateIsKeptInWords) {
    owed(Attendance::Late);
    forward(kEnd);
    decide_submit();
    forward(kEnd + 1h);
    ASSERT_EQ(calls(), (std::vector{CaseCall::Read, CaseCall::PutAttendance, CaseCall::PutFeedback,
                                    CaseCall::Read, CaseCall::Submit}));
    const auto all = kept();
    EXPECT_EQ(all[0].sent, "");
    EXPECT_EQ(all[0].answered, "attended: not recorded\nsubmitted: no");
    EXPECT_EQ(all[1].sent, "attended: YES\nsession happened: yes");
    EXPECT_EQ(all[2].sent, "late: yes\nlate reason: Arrived 14:07 for 14:00");
    EXPECT_EQ(all[4].answered,
              "attended: YES\nsession happened: yes\nlate: yes\nlate reason: Arrived 14:07 for "
              "14:00\nsubmitted: yes");
    for (const Exchange& one : all) {
        EXPECT_EQ(one.appointment, kAppointment);
        EXPECT_EQ(one.update, now_held().id);
        EXPECT_EQ(one.status, 200);
        EXPECT_EQ(one.address, std::string(to_word(one.call)) + " /" + kAppointment.text());
        EXPECT_TRUE(base::is_uuid(one.id));
    }
    EXPECT_EQ(all[1].at, kEnd);
    EXPECT_EQ(all[4].at, kEnd + 1h);
}

TEST_F(Exchanges, ACallWithoutAnAnswerIsKeptWithWhy) {
    owed(Attendance::Yes);
    fail(Verb::PutAttendance, CaseFailure::Unreachable, Effect::Accepted);
    forward(kEnd);
    ASSERT_EQ(calls(), (std::vector{CaseCall::Read, CaseCall::PutAttendance}));
    EXPECT_EQ(kept()[1].status, 0);
    EXPECT_EQ(kept()[1].answered, "it did not work.");
}

TEST_F(Exchanges, WhatWasSentIsKeptWhenTheRecordChangesMeanwhile) {
    owed(Attendance::Yes);
    case_system_.during = [this](Verb verb) {
        if (verb != Verb::PutAttendance) return;
        Update changed = now_held();
        changed.decided_by = "Sam Reception";
        put(changed);
    };
    forward(kEnd);
    EXPECT_GE(kept().size(), 2U);
    EXPECT_EQ(kept()[1].call, CaseCall::PutAttendance);
}

TEST_F(Exchanges, NothingIsKeptWhereNothingWasSaid) {
    Update update = owed(Attendance::No);
    update.decided_by.clear();
    put(update);
    forward(kEnd);
    EXPECT_TRUE(kept().empty());
}

TEST_F(Exchanges, ANoteWithLinesStaysOnItsLine) {
    Update update = owed(Attendance::No);
    update.note = "rang twice\nsubmitted: yes";
    put(update);
    forward(kEnd);
    ASSERT_GE(kept().size(), 3U);
    EXPECT_EQ(kept()[2].sent, "late: no\nnote: rang twice submitted: yes");
}

}  // namespace
}  // namespace forwarding
