// Referrals, assessments and sessions as they are read, and who may read them.

#include <gtest/gtest.h>

#include "tests/contract/sandbox/caller.h"

namespace {

using namespace sandbox_test;

constexpr const char* kSalford = "DN671065_SALFORD_PWB";

std::string user(const char* name) {
    return std::string("&username=") + name;
}

TEST(Reads, APageIsAskedForFromOneAndAnsweredFromZero) {
    sandbox::World world(1);
    for (int i = 0; i < 5; ++i) world.add_referral({"", "Alex", std::to_string(i)}, kNow - 240h);
    Caller caller(world);
    const Json first = caller.get("/sent-referrals/summaries?page=1&size=2").body;
    const Json last = caller.get("/sent-referrals/summaries?page=3&size=2").body;
    EXPECT_EQ(first["number"], 0);
    EXPECT_EQ(first["content"][0]["serviceUser"]["lastName"], "0");
    EXPECT_EQ(first["last"], false);
    EXPECT_EQ(last["number"], 2);
    EXPECT_EQ(last["content"].size(), 1u);
    EXPECT_EQ(last["last"], true);
    EXPECT_EQ(last["totalElements"], 5);
    EXPECT_EQ(last["totalPages"], 3);
    EXPECT_EQ(caller.get("/sent-referrals/summaries?page=4&size=2").body["empty"], true);
    EXPECT_EQ(caller.get("/sent-referrals/summaries").body["size"], 50);
}

TEST(Reads, AProvidersUserSeesTheReferralsOfItsOwnContractOnly) {
    sandbox::World world(1);
    const std::string ours = world.add_referral({"", "Alex", "River"}, kNow - 240h);
    const std::string theirs = world.add_referral({"", "Sam", "Ashworth"}, kNow - 240h, kSalford);
    Caller caller(world);
    const Json page = caller.get("/sent-referrals/summaries").body;
    ASSERT_EQ(page["content"].size(), 1u);
    EXPECT_EQ(page["content"][0]["id"], ours);
    const Json refused{
        {"status", 403},
        {"error", "access error"},
        {"message", "user does not have access to referral"},
        {"accessErrors", {"user does not have the required contract group to access this referral"}}};
    EXPECT_EQ(caller.get("/sent-referral/" + theirs).body, refused);
    EXPECT_EQ(caller.get("/sent-referral/" + theirs + "/supplier-assessment").body, refused);
    EXPECT_EQ(
        caller.get("/action-plan/" + world.find_referral(theirs)->action_plan_id + "/appointments").body,
        refused);
}

TEST(Reads, ABareClientReadsAReferralAndItsAssessmentButNoList) {
    const OneReferral one;
    Caller caller(one.world);
    caller.token = caller.fetch_token("");
    EXPECT_EQ(caller.get("/sent-referral/" + one.referral).status, 200);
    EXPECT_EQ(caller.get("/sent-referral/" + one.referral + "/supplier-assessment").status, 200);
    const Reply list = caller.get("/sent-referrals/summaries");
    EXPECT_EQ(list.status, 403);
    EXPECT_TRUE(list.body["message"].get<std::string>().starts_with("could not map auth token to user"));
}

TEST(Reads, AUserWithoutGroupsOrOfAnotherServiceIsRefused) {
    sandbox::World world(1);
    world.add_user({"NOBODY", "1", "auth", {}});
    world.add_user({"OFFICER", "2", "nomis", {}});
    Caller caller(world);
    caller.token = caller.fetch_token(user("NOBODY"));
    EXPECT_EQ(caller.get("/sent-referrals/summaries").body,
              Json({{"status", 403},
                    {"error", "access error"},
                    {"message", "could not map service provider user to access scope"},
                    {"accessErrors",
                     {"no valid service provider groups associated with user",
                      "no valid contract groups associated with user"}}}));
    caller.token = caller.fetch_token(user("OFFICER"));
    EXPECT_EQ(caller.get("/sent-referrals/summaries").body,
              Json({{"status", 403},
                    {"error", "access error"},
                    {"message", "unsupported user type"},
                    {"accessErrors", {"logins from nomis are not supported"}}}));
}

TEST(Reads, AnUnknownReferralPathVerbOrAPathWithoutUuidIsRefused) {
    Caller caller;
    EXPECT_EQ(caller.get("/sent-referral/00000000-0000-4000-8000-000000000000").status, 404);
    const Reply no_uuid = caller.get("/sent-referral/12");
    EXPECT_EQ(no_uuid.status, 400);
    EXPECT_EQ(no_uuid.body["error"], "invalid parameter");
    EXPECT_EQ(caller.get("/appointments/today").status, 500);
    EXPECT_EQ(caller.call("DELETE", "/sent-referrals/summaries").status, 500);
}

TEST(Reads, AnAssessmentThatIsNotBookedHasNoCurrentAppointment) {
    sandbox::World world(1);
    const std::string referral = world.add_referral({"", "Alex", "River"}, kNow - 240h);
    Caller caller(world);
    const Json body = caller.get("/sent-referral/" + referral + "/supplier-assessment").body;
    EXPECT_TRUE(body["currentAppointmentId"].is_null());
    EXPECT_EQ(body["appointments"], Json::array());
}

TEST(Reads, AMovedAssessmentLeavesTheOldAppointmentInTheList) {
    OneReferral one;
    const std::string moved = one.world.move(one.assessment, kNow + 24h);
    Caller caller(one.world);
    const Json body = caller.get("/sent-referral/" + one.referral + "/supplier-assessment").body;
    ASSERT_EQ(body["appointments"].size(), 2u);
    EXPECT_EQ(body["currentAppointmentId"], moved);
    EXPECT_EQ(body["appointments"][0]["superseded"], true);
    EXPECT_EQ(body["appointments"][1]["superseded"], false);
}

TEST(Reads, AMovedSessionHasAnotherAppointmentIdAndLeavesTheOldOne) {
    OneReferral one;
    const std::string moved = one.world.move(one.session, kNow + 24h);
    Caller caller(one.world);
    const Json session =
        caller.get("/action-plan/" + one.world.referrals()[0].action_plan_id + "/appointments").body[0];
    EXPECT_EQ(session["appointmentId"], moved);
    ASSERT_EQ(session["oldAppointments"].size(), 1u);
    EXPECT_EQ(session["oldAppointments"][0]["id"], one.session);
    EXPECT_EQ(session["oldAppointments"][0]["superseded"], true);
}

TEST(Reads, ASessionThatIsNotScheduledOrWasCancelledHasNulls) {
    OneReferral one;
    one.world.cancel(one.session);
    one.world.add_unscheduled_session(one.referral);
    Caller caller(one.world);
    const Json list =
        caller.get("/action-plan/" + one.world.referrals()[0].action_plan_id + "/appointments").body;
    ASSERT_EQ(list.size(), 2u);
    for (const Json& session : list) {
        EXPECT_TRUE(session["id"].is_string());
        for (const char* name :
             {"appointmentId", "appointmentTime", "durationInMinutes", "appointmentDeliveryType"})
            EXPECT_TRUE(session[name].is_null()) << name;
    }
}

TEST(Reads, ACancelledAssessmentIsBookedNoMore) {
    OneReferral one;
    one.world.cancel(one.assessment);
    Caller caller(one.world);
    const Json body = caller.get("/sent-referral/" + one.referral + "/supplier-assessment").body;
    EXPECT_TRUE(body["currentAppointmentId"].is_null());
    EXPECT_EQ(caller.put(one.assessment_path("record-attendance"), {{"attended", "yes"}}).status, 404);
}

TEST(Reads, AllFourWaysOfMeetingAreSpelledAsTheyAre) {
    sandbox::World world(1);
    const std::string referral = world.add_referral({"", "Alex", "River"}, kNow - 240h);
    for (const auto delivery : {sandbox::Delivery::HubAddress, sandbox::Delivery::ProbationOffice,
                                sandbox::Delivery::PhoneCall, sandbox::Delivery::VideoCall})
        world.add_session(referral, {kNow, 60, delivery, sandbox::Kind::Group});
    Caller caller(world);
    const Json list =
        caller.get("/action-plan/" + world.referrals()[0].action_plan_id + "/appointments").body;
    ASSERT_EQ(list.size(), 4u);
    EXPECT_EQ(list[0]["appointmentDeliveryType"], "IN_PERSON_MEETING_OTHER");
    EXPECT_EQ(list[0]["appointmentDeliveryAddress"]["postCode"], "M126JX");
    EXPECT_EQ(list[1]["appointmentDeliveryType"], "IN_PERSON_MEETING_PROBATION_OFFICE");
    EXPECT_EQ(list[1]["npsOfficeCode"], "CRS0180");
    EXPECT_TRUE(list[1]["appointmentDeliveryAddress"].is_null());
    EXPECT_EQ(list[2]["appointmentDeliveryType"], "PHONE_CALL");
    EXPECT_EQ(list[3]["appointmentDeliveryType"], "VIDEO_CALL");
    EXPECT_EQ(list[3]["sessionType"], "GROUP");
}

TEST(Reads, TheSameMomentIsSpelledInThreeWays) {
    sandbox::World world(1);
    const std::string referral = world.add_referral({"", "Alex", "River"}, kNow - 240h);
    for (int i = 0; i < 3; ++i) world.add_session(referral, {kNow});
    Caller caller(world);
    const Json list =
        caller.get("/action-plan/" + world.referrals()[0].action_plan_id + "/appointments").body;
    EXPECT_EQ(list[0]["appointmentTime"], "2026-11-22T14:00:00Z");
    EXPECT_EQ(list[1]["appointmentTime"], "2026-11-22T15:00:00+01:00");
    EXPECT_EQ(list[2]["appointmentTime"], "2026-11-22T14:00:00.000000000Z");
    for (const Json& one : list)
        EXPECT_EQ(base::parse_instant(one["appointmentTime"].get<std::string>()), kNow);
}

TEST(Reads, APersonMayBeWithoutADateOfBirth) {
    sandbox::World world(1);
    const std::string referral = world.add_referral({"", "Alex", "River"}, kNow - 240h);
    Caller caller(world);
    const Json body = caller.get("/sent-referral/" + referral).body;
    EXPECT_TRUE(body["referral"]["serviceUser"]["dateOfBirth"].is_null());
}

TEST(Reads, SummariesAreFilteredAndSearchedByReferenceOrNameButNeverByCrn) {
    sandbox::World world(1);
    const std::string open = world.add_referral({"X123456", "Alex", "River"}, kNow - 240h);
    const std::string left = world.add_referral({"", "Sam", "Ashworth"}, kNow - 240h);
    world.withdraw(left, "MOV", kNow - 24h);
    Caller caller(world);
    const auto ids = [&](const std::string& query) {
        const Json page = caller.get("/sent-referrals/summaries?" + query).body;
        std::string found;
        for (const Json& row : page["content"]) found += row["id"] == open ? "open " : "left ";
        return found;
    };
    EXPECT_EQ(ids(""), "open left ");
    EXPECT_EQ(ids("cancelled=false"), "open ");
    EXPECT_EQ(ids("cancelled=true"), "left ");
    EXPECT_EQ(ids("completed=true"), "");
    EXPECT_EQ(ids("search=alex%20river"), "open ");
    EXPECT_EQ(ids("search=" + world.referrals()[1].reference), "left ");
    EXPECT_EQ(ids("search=X123456"), "");
}

}  // namespace
