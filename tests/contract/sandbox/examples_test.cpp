// The sandbox's answers have the members and types of the recorded examples
// (tests/contract/refer_and_monitor).

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/contract/sandbox/caller.h"

namespace {

using namespace sandbox_test;

Json example(const std::string& name) {
    std::ifstream file("tests/contract/refer_and_monitor/" + name + ".json");
    return Json::parse(file);
}

/// Every member of the example is in the answer, with the same type. A null in either fits anything: both say
/// "may be null". An example's first array element stands for all.
void expect_shape(const Json& example, const Json& answer, const std::string& path) {
    if (example.is_null() || answer.is_null()) return;
    const bool same = example.is_number() ? answer.is_number() : example.type() == answer.type();
    ASSERT_TRUE(same) << path << ": " << example.type_name() << " in the example, " << answer.type_name()
                      << " in the answer";
    if (example.is_object()) {
        for (const auto& [name, value] : example.items()) {
            if (name.starts_with('_')) continue;
            ASSERT_TRUE(answer.contains(name)) << path << '.' << name << " is missing";
            expect_shape(value, answer[name], path + '.' + name);
        }
    }
    if (example.is_array() && !example.empty())
        for (const Json& element : answer) expect_shape(example[0], element, path + "[]");
}

class Examples : public testing::Test {
protected:
    Examples() {
        const std::string scheduled = one_.world.referrals()[0].action_plan_id;
        plan_ = scheduled;
        caller_.system.with_world([](sandbox::World& world) {
            world.referrals()[0].person.interpreter_language = "Urdu";
            world.referrals()[0].person.access_needs = "Uses a wheelchair";
        });
    }
    OneReferral one_;
    Caller caller_{one_.world};
    std::string plan_;
};

TEST_F(Examples, APageOfReferrals) {
    expect_shape(example("30_summaries_page"), caller_.get("/sent-referrals/summaries?page=1&size=50").body,
                 "page");
}

TEST_F(Examples, AReferral) {
    expect_shape(example("31_sent_referral"), caller_.get("/sent-referral/" + one_.referral).body,
                 "referral");
}

TEST_F(Examples, TheApprovedPlans) {
    const Json body = caller_.get("/sent-referral/" + one_.referral + "/approved-action-plans").body;
    ASSERT_EQ(body.size(), 1u);
    expect_shape(example("32_approved_action_plans")["body"], body, "plans");
}

TEST_F(Examples, AnAssessment) {
    const Json body = caller_.get("/sent-referral/" + one_.referral + "/supplier-assessment").body;
    const Json recorded = example("04_pact_supplier_assessment_get");
    for (const Json& interaction : recorded["interactions"])
        expect_shape(interaction["response"]["body_like"], body, "assessment");
    EXPECT_EQ(body["referralId"], one_.referral);
}

TEST_F(Examples, TheSessionsAndOneOfThem) {
    const Json recorded = example("05_pact_session_appointments_get")["interactions"];
    const std::string path = "/action-plan/" + plan_ + "/appointments";
    expect_shape(recorded[0]["response"]["body_like"], caller_.get(path).body, "sessions");
    const Json first = caller_.get(path + "/1").body;
    expect_shape(recorded[1]["response"]["body_like"], first, "session");
    EXPECT_EQ(first["sessionNumber"], 1);
    EXPECT_EQ(caller_.get(path + "/2").status, 404);
}

TEST_F(Examples, AttendanceAndSubmitOfAnAssessment) {
    const Json attendance = example("01_pact_supplier_assessment_attendance");
    const Reply put = caller_.put(one_.assessment_path("record-attendance"), attendance["request"]["body"]);
    EXPECT_EQ(put.status, attendance["response"]["status"]);
    expect_shape(attendance["response"]["body_like"], put.body, "attendance");
    const Json submit = example("02_pact_supplier_assessment_submit_feedback");
    const Reply post = caller_.post(one_.assessment_path("submit-feedback"));
    EXPECT_EQ(post.status, submit["response"]["status"]);
    expect_shape(submit["response"]["body_like"], post.body, "submit");
}

TEST_F(Examples, TheWithdrawalReasons) {
    EXPECT_EQ(caller_.get("/referral-withdrawal-reasons").body,
              example("21_reference_data_gm")["withdrawal_reason_current"]);
}

TEST_F(Examples, TheTokensMembers) {
    const sandbox::Answer answer =
        caller_.system
            .handle({"POST", "/auth/oauth/token", "Basic " + sandbox::base64url("hub:demo-secret"),
                     std::string("grant_type=client_credentials&username=") + sandbox::kServiceUser},
                    caller_.now)
            .answer;
    expect_shape(example("20_tokens_and_users")["token_response_mock"], Json::parse(answer.body), "token");
}

/// The recorded error of one situation, with the ids of this test in its message.
Json error_of(const std::string& when, std::vector<std::string> ids) {
    const Json errors = example("11_error_bodies");
    for (const Json& one : errors["cases"]) {
        if (one["when"] != when) continue;
        Json body = one["body"];
        std::string message = body["message"];
        for (const std::string& id : ids) message.replace(message.find("<uuid>"), 6, id);
        body["message"] = message;
        return body;
    }
    ADD_FAILURE() << "no example for: " << when;
    return {};
}

TEST_F(Examples, TheErrorsOfWritesWordForWord) {
    const std::string nobody = "00000000-0000-4000-8000-000000000000";
    const Json came{{"attended", "yes"}, {"didSessionHappen", true}};
    const auto session_of = [](const std::string& referral, const std::string& appointment) {
        return "/referral/" + referral + "/delivery-session-appointments/" + appointment + "/attendance";
    };
    EXPECT_EQ(caller_.put(session_of(nobody, one_.session), came).body,
              error_of("delivery-session PUT/POST with unknown referral", {nobody}));
    EXPECT_EQ(
        caller_.put(session_of(one_.referral, nobody), came).body,
        error_of("delivery-session PUT/POST with appointment not in that referral", {one_.referral, nobody}));
    EXPECT_EQ(caller_.put("/referral/" + nobody + "/supplier-assessment/record-attendance", came).body,
              error_of("supplier-assessment: referral not found", {nobody}));
    EXPECT_EQ(caller_.post(one_.session_path("submit-feedback")).body,
              error_of("POST submit-feedback before attendance recorded", {}));
    caller_.put(one_.session_path("attendance"), came);
    caller_.post(one_.session_path("submit-feedback"));
    EXPECT_EQ(caller_.put(one_.session_path("attendance"), came).body,
              error_of("PUT attendance or PUT session-feedback after submit-feedback", {one_.session}));
    EXPECT_EQ(caller_.post(one_.session_path("submit-feedback")).body,
              error_of("second POST submit-feedback", {}));
}

TEST_F(Examples, TheErrorsOfAssessmentsAndUsersWordForWord) {
    const Json came{{"attended", "yes"}, {"didSessionHappen", true}};
    const std::string path = one_.assessment_path("record-attendance");
    caller_.system.with_world([&](sandbox::World& world) { world.cancel(one_.assessment); });
    EXPECT_EQ(caller_.put(path, came).body, error_of("supplier-assessment: nothing booked", {one_.referral}));
    caller_.system.with_world([&](sandbox::World& world) { world.drop_assessment(one_.referral); });
    EXPECT_EQ(caller_.put(path, came).body,
              error_of("supplier-assessment: none on referral", {one_.referral}));
    caller_.system.with_world([](sandbox::World& world) {
        world.add_user({"ELSEWHERE", "1", "auth", {"INT_SP_OTHER", "INT_CR_OTHER"}});
        world.add_user({"NOBODY", "2", "auth", {}});
        world.add_user({"OFFICER", "3", "nomis", {}});
    });
    caller_.token = caller_.fetch_token("&username=ELSEWHERE");
    EXPECT_EQ(caller_.put(path, came).body, error_of("SP user lacks group", {}));
    caller_.token = caller_.fetch_token("&username=NOBODY");
    EXPECT_EQ(caller_.put(path, came).body, error_of("SP user has no INT_SP_/INT_CR_ groups", {}));
    caller_.token = caller_.fetch_token("&username=OFFICER");
    EXPECT_EQ(caller_.put(path, came).body, error_of("auth_source neither auth nor delius", {}));
    caller_.token = caller_.fetch_token("");
    EXPECT_EQ(caller_.put(path, came).body,
              error_of("token without user claims (plain client_credentials) on any write", {}));
}

TEST_F(Examples, AFutureAppointmentsErrorWordForWord) {
    caller_.now = kNow - 2h;
    caller_.token = caller_.fetch_token(std::string("&username=") + sandbox::kServiceUser);
    EXPECT_EQ(
        caller_.put(one_.session_path("attendance"), {{"attended", "yes"}, {"didSessionHappen", true}}).body,
        error_of("PUT attendance for an appointment whose appointmentTime is after now", {one_.session}));
}

}  // namespace
