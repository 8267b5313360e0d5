// The call log and the faults that can be switched on.

#include <gtest/gtest.h>

#include "tests/contract/sandbox/caller.h"

namespace {

using namespace sandbox_test;
using sandbox::FaultKind;
using sandbox::Sending;

const char* const kCame = R"({"attended":"yes","didSessionHappen":true})";

class FaultsSwitchedOn : public testing::Test {
protected:
    sandbox::Outcome put(FaultKind kind, int status = 503) {
        caller_.system.add_fault({kind, "PUT", "record-attendance", 1, status, 20ms});
        return caller_.send("PUT", one_.assessment_path("record-attendance"), kCame);
    }
    bool took_effect() const { return !caller_.system.effects(one_.assessment).attendance.empty(); }

    OneReferral one_;
    Caller caller_{one_.world};
};

TEST_F(FaultsSwitchedOn, ADelayedCallIsAnsweredLater) {
    const auto outcome = put(FaultKind::Delay);
    EXPECT_EQ(outcome.answer.status, 200);
    EXPECT_EQ(outcome.delay, 20ms);
    EXPECT_TRUE(took_effect());
}

TEST_F(FaultsSwitchedOn, ADropBeforeAcceptingLeavesNoEffect) {
    EXPECT_EQ(put(FaultKind::DropUnheard).sending, Sending::ConnectionDropped);
    EXPECT_FALSE(took_effect());
}

TEST_F(FaultsSwitchedOn, ADropAfterAcceptingHasItsEffectAndLosesTheAnswer) {
    EXPECT_EQ(put(FaultKind::DropUnanswered).sending, Sending::ConnectionDropped);
    EXPECT_TRUE(took_effect());
    const sandbox::Call last = caller_.system.calls().back();
    EXPECT_EQ(last.status, 0);
    EXPECT_TRUE(last.took_effect);
    EXPECT_EQ(last.fault, "drop_unanswered");
}

TEST_F(FaultsSwitchedOn, AStatusComesWithoutEffectUnlessItIsUnheeded) {
    EXPECT_EQ(put(FaultKind::Status, 429).answer.status, 429);
    EXPECT_FALSE(took_effect());
    EXPECT_EQ(put(FaultKind::StatusUnheeded, 502).answer.status, 502);
    EXPECT_TRUE(took_effect());
}

TEST_F(FaultsSwitchedOn, ATimeOutIsNeverAnsweredBeforeOrAfterTheEffect) {
    EXPECT_EQ(put(FaultKind::TimeOutUnheard).sending, Sending::NeverAnswered);
    EXPECT_FALSE(took_effect());
    EXPECT_EQ(put(FaultKind::TimeOutUnanswered).sending, Sending::NeverAnswered);
    EXPECT_TRUE(took_effect());
}

TEST_F(FaultsSwitchedOn, AFaultStrikesTheNextMatchingCallsOnly) {
    caller_.system.add_fault({FaultKind::Status, "GET", "summaries", 2});
    EXPECT_EQ(caller_.get("/sent-referral/" + one_.referral).status, 200);
    EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 503);
    EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 503);
    EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 200);
}

TEST_F(FaultsSwitchedOn, AFaultUntilClearedStrikesEveryCall) {
    caller_.system.add_fault({FaultKind::Status, "", "", sandbox::kUntilCleared, 500});
    for (int i = 0; i < 5; ++i) EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 500);
    caller_.system.clear_faults();
    EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 200);
}

TEST_F(FaultsSwitchedOn, TheControlsSwitchThemByHttp) {
    const std::string fault =
        R"({"kind":"status","method":"GET","path":"summaries","times":-1,"status":504,"delayMs":5})";
    EXPECT_EQ(caller_.call("POST", "/_sandbox/faults", fault).status, 200);
    EXPECT_EQ(caller_.get("/_sandbox/faults").body[0]["kind"], "status");
    EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 504);
    EXPECT_EQ(caller_.call("DELETE", "/_sandbox/faults").body, Json::array());
    EXPECT_EQ(caller_.get("/sent-referrals/summaries").status, 200);
    EXPECT_EQ(caller_.call("POST", "/_sandbox/faults", R"({"kind":"fire"})").status, 400);
    EXPECT_EQ(caller_.call("POST", "/_sandbox/faults", R"({"kind":"delay","times":0})").status, 400);
    EXPECT_EQ(caller_.call("POST", "/_sandbox/faults", R"({"kind":"status","status":200})").status, 400);
}

TEST(CallLog, KeepsEveryCallInOrderWithItsAnswer) {
    const OneReferral one;
    Caller caller(one.world);
    caller.get("/sent-referrals/summaries?page=1");
    caller.now = kNow + 1s;
    caller.call("PUT", one.assessment_path("record-attendance"), kCame);
    const auto calls = caller.system.calls();
    ASSERT_EQ(calls.size(), 3u);
    EXPECT_EQ(calls[0].path, "/auth/oauth/token");
    EXPECT_EQ(calls[1].path, "/sent-referrals/summaries?page=1");
    EXPECT_FALSE(calls[1].took_effect);
    const sandbox::Call wanted{
        3,   kNow + 1s, "PUT", one.assessment_path("record-attendance"), kCame, sandbox::kServiceUser,
        200, true,      ""};
    EXPECT_EQ(calls[2], wanted);
    const Json served = caller.get("/_sandbox/calls").body;
    ASSERT_EQ(served.size(), 3u);
    EXPECT_EQ(served[2]["tookEffect"], true);
    EXPECT_EQ(served[2]["sequence"], 3);
}

TEST(CallLog, ARefusedWriteTookNoEffect) {
    const OneReferral one;
    Caller caller(one.world);
    caller.post(one.assessment_path("submit-feedback"));
    EXPECT_EQ(caller.system.calls("POST", "submit-feedback").at(0).status, 422);
    EXPECT_FALSE(caller.system.calls("POST", "submit-feedback").at(0).took_effect);
}

TEST(CallLog, TellsAnObserverEachCallOnce) {
    Caller caller;
    std::vector<int> told;
    caller.system.on_call([&told](const sandbox::Call& call) { told.push_back(call.sequence); });
    caller.get("/sent-referrals/summaries");
    caller.get("/_sandbox/effects");
    caller.get("/sent-referrals/summaries");
    EXPECT_EQ(told, (std::vector{2, 3}));
}

TEST(EffectsControl, CountsWhatEachAppointmentMetWith) {
    const OneReferral one;
    Caller caller(one.world);
    caller.call("PUT", one.session_path("attendance"), kCame);
    caller.call("PUT", one.session_path("attendance"), kCame);
    caller.post(one.session_path("submit-feedback"));
    const Json list = caller.get("/_sandbox/effects").body;
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0]["appointmentId"], one.session);
    EXPECT_EQ(list[0]["attendancePuts"], Json({{"yes", 2}}));
    EXPECT_EQ(list[0]["submits"], 1);
}

}  // namespace
