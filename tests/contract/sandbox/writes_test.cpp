// Attendance, session feedback and submit: one test a quirk.

#include <gtest/gtest.h>

#include "tests/contract/sandbox/caller.h"

namespace {

using namespace sandbox_test;

const Json kCame{{"attended", "yes"}, {"didSessionHappen", true}};

Json refused(int status, const char* error, const std::string& message) {
    return {{"status", status}, {"error", error}, {"message", message}};
}

/// Every rule that the two kinds of appointment share, once for each.
struct Paths {
    const char* name;
    std::string (*attendance)(const OneReferral&);
    std::string (*feedback)(const OneReferral&);
    std::string (*submit)(const OneReferral&);
    std::string (*appointment)(const OneReferral&);
};

const Paths kAssessment{"assessment",
                        [](const OneReferral& one) { return one.assessment_path("record-attendance"); },
                        [](const OneReferral& one) { return one.assessment_path("record-session-feedback"); },
                        [](const OneReferral& one) { return one.assessment_path("submit-feedback"); },
                        [](const OneReferral& one) {
                            return one.assessment;
                        }};
const Paths kSession{"session", [](const OneReferral& one) { return one.session_path("attendance"); },
                     [](const OneReferral& one) { return one.session_path("session-feedback"); },
                     [](const OneReferral& one) { return one.session_path("submit-feedback"); },
                     [](const OneReferral& one) {
                         return one.session;
                     }};

class Writes : public testing::TestWithParam<Paths> {
protected:
    OneReferral one_;
    Caller caller_{one_.world};
    std::string attendance_ = GetParam().attendance(one_);
    std::string feedback_ = GetParam().feedback(one_);
    std::string submit_ = GetParam().submit(one_);
    std::string appointment_ = GetParam().appointment(one_);
};

INSTANTIATE_TEST_SUITE_P(BothKinds, Writes, testing::Values(kAssessment, kSession),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST_P(Writes, AttendanceIsADraftUntilItIsSubmitted) {
    const Reply drafted = caller_.put(attendance_, kCame);
    EXPECT_EQ(drafted.status, 200) << drafted.text;
    EXPECT_EQ(drafted.body["appointmentFeedback"]["attendanceFeedback"]["attended"], "yes");
    EXPECT_EQ(drafted.body["appointmentFeedback"]["submitted"], false);
    const Reply submitted = caller_.post(submit_);
    EXPECT_EQ(submitted.status, 200) << submitted.text;
    EXPECT_EQ(submitted.body["appointmentFeedback"]["submitted"], true);
    EXPECT_EQ(submitted.body["appointmentFeedback"]["submittedBy"]["username"], sandbox::kServiceUser);
    EXPECT_EQ(caller_.system.effects(appointment_).submits, 1);
}

TEST_P(Writes, AFutureAppointmentIsRefusedUntilItsVeryStart) {
    caller_.now = kNow - 1h - 1us;
    const Reply early = caller_.put(attendance_, kCame);
    EXPECT_EQ(early.body,
              refused(400, "Bad Request",
                      "Cannot submit feedback for a future appointment [id=" + appointment_ + "]"));
    caller_.now = kNow - 1h;
    caller_.token = caller_.fetch_token(std::string("&username=") + sandbox::kServiceUser);
    EXPECT_EQ(caller_.put(attendance_, kCame).status, 200);
}

TEST_P(Writes, OnlyTheLowerCaseWordsAreUnderstood) {
    for (const char* word : {"YES", "Late", "maybe", ""})
        EXPECT_EQ(caller_.put(attendance_, {{"attended", word}, {"didSessionHappen", true}}).status, 500)
            << word;
    for (const char* word : {"yes", "late", "no"})
        EXPECT_EQ(caller_.put(attendance_, {{"attended", word}, {"didSessionHappen", true}}).status, 200)
            << word;
    EXPECT_EQ(caller_.call("PUT", attendance_, "{\"attended\":").status, 500);
    EXPECT_EQ(caller_.put(attendance_, {{"didSessionHappen", true}}).status, 500);
    EXPECT_EQ(caller_.call("PUT", attendance_, "{\"attended\":").body["error"], "unexpected error");
}

TEST_P(Writes, AnOmittedDidSessionHappenCountsAsFalse) {
    const Reply reply = caller_.put(attendance_, {{"attended", "yes"}});
    EXPECT_EQ(reply.body["appointmentFeedback"]["attendanceFeedback"]["didSessionHappen"], false);
}

TEST_P(Writes, TheFirstAttendanceWipesACaseworkersDraft) {
    EXPECT_EQ(caller_.put(feedback_, {{"sessionSummary", "We talked"}}).status, 200);
    const Reply reply = caller_.put(attendance_, kCame);
    EXPECT_TRUE(reply.body["appointmentFeedback"]["sessionFeedback"]["sessionSummary"].is_null());
    EXPECT_EQ(caller_.system.effects(appointment_).wiped_drafts, 1);
}

TEST_P(Writes, TheSameAttendanceAgainLeavesTheDraftAndAChangedOneWipesIt) {
    caller_.put(attendance_, kCame);
    caller_.put(feedback_, {{"sessionSummary", "We talked"}});
    const Reply same = caller_.put(attendance_, {{"attended", "late"}, {"didSessionHappen", true}});
    EXPECT_EQ(same.body["appointmentFeedback"]["sessionFeedback"]["sessionSummary"], "We talked");
    const Reply changed = caller_.put(attendance_, {{"attended", "yes"}, {"didSessionHappen", false}});
    EXPECT_TRUE(changed.body["appointmentFeedback"]["sessionFeedback"]["sessionSummary"].is_null());
}

TEST_P(Writes, FeedbackOverwritesEveryField) {
    caller_.put(feedback_,
                {{"late", true}, {"lateReason", "Arrived 14:07 for 14:00"}, {"sessionSummary", "A"}});
    const Reply reply = caller_.put(feedback_, {{"late", true}});
    const Json& kept = reply.body["appointmentFeedback"]["sessionFeedback"];
    EXPECT_EQ(kept["late"], true);
    EXPECT_TRUE(kept["lateReason"].is_null());
    EXPECT_TRUE(kept["sessionSummary"].is_null());
}

TEST_P(Writes, AnUnknownNoSessionReasonIsNotUnderstood) {
    EXPECT_EQ(caller_.put(feedback_, {{"noSessionReasonType", "logistics"}}).status, 500);
    EXPECT_EQ(caller_.put(feedback_, {{"noSessionReasonType", "LOGISTICS"}}).status, 200);
    EXPECT_EQ(caller_.put(feedback_, {{"late", "yes"}}).status, 500);
}

TEST_P(Writes, NothingCanBeSubmittedWithoutAttendance) {
    const Reply reply = caller_.post(submit_);
    EXPECT_EQ(reply.body, refused(422, "Unprocessable Entity",
                                  "can't submit feedback unless attendance has been recorded"));
}

TEST_P(Writes, AfterASubmitEveryWriteIsAConflict) {
    caller_.put(attendance_, kCame);
    caller_.post(submit_);
    const Json already =
        refused(409, "Conflict",
                "Feedback has already been submitted for this appointment [id=" + appointment_ + "]");
    EXPECT_EQ(caller_.put(attendance_, kCame).body, already);
    EXPECT_EQ(caller_.put(feedback_, Json::object()).body, already);
    EXPECT_EQ(caller_.post(submit_).body,
              refused(409, "Conflict", "appointment feedback has already been submitted"));
    EXPECT_EQ(caller_.system.effects(appointment_).submits, 1);
    EXPECT_EQ(caller_.system.effects(appointment_).attendance.at("yes"), 1);
}

TEST_P(Writes, ABareClientMayNotWrite) {
    caller_.token = caller_.fetch_token("");
    EXPECT_EQ(
        caller_.put(attendance_, kCame).body,
        refused(403, "access denied",
                "could not map auth token to user: [no 'user_id' claim in token, no 'user_name' claim in "
                "token, no 'auth_source' claim in token]"));
    EXPECT_EQ(caller_.post(submit_).status, 403);
    EXPECT_TRUE(caller_.system.effects(appointment_).attendance.empty());
}

TEST_P(Writes, AttendedNotHeldAndWithoutAReasonBreaksTheHandOver) {
    caller_.put(attendance_, {{"attended", "yes"}, {"didSessionHappen", false}});
    caller_.post(submit_);
    EXPECT_EQ(caller_.system.effects(appointment_).broken_handovers, 1);
}

TEST_P(Writes, TheTimeOfAttendanceIsTheServersOwn) {
    caller_.now = kNow + 3min;
    const Reply reply =
        caller_.put(attendance_,
                    {{"attended", "yes"}, {"didSessionHappen", true}, {"arrivedAt", "2026-11-22T12:58:00Z"}});
    EXPECT_EQ(reply.body["appointmentFeedback"]["attendanceFeedback"]["submittedAt"], "2026-11-22T14:03:00Z");
    EXPECT_EQ(reply.text.find("12:58"), std::string::npos);
}

TEST(SessionWrites, AnUnknownReferralIs400AndAnUnknownAppointment404) {
    const OneReferral one;
    Caller caller(one.world);
    const std::string nobody = "00000000-0000-4000-8000-000000000000";
    EXPECT_EQ(
        caller
            .put("/referral/" + nobody + "/delivery-session-appointments/" + one.session + "/attendance",
                 kCame)
            .body,
        refused(400, "Bad Request", "sent referral not found [referralId=" + nobody + "]"));
    EXPECT_EQ(
        caller
            .put("/referral/" + one.referral + "/delivery-session-appointments/" + nobody + "/attendance",
                 kCame)
            .body,
        refused(404, "entity not found",
                "No Delivery Session Appointment found [referralId=" + one.referral +
                    ", appointmentId=" + nobody + "]"));
}

TEST(SessionWrites, ThePathWantsTheAppointmentsIdAndNotTheSessions) {
    const OneReferral one;
    Caller caller(one.world);
    const std::string plan = one.world.referrals()[0].action_plan_id;
    const Json session = caller.get("/action-plan/" + plan + "/appointments").body[0];
    ASSERT_NE(session["id"], session["appointmentId"]);
    const auto path = [&](const Json& id) {
        return "/referral/" + one.referral + "/delivery-session-appointments/" + id.get<std::string>() +
               "/attendance";
    };
    EXPECT_EQ(caller.put(path(session["id"]), kCame).status, 404);
    EXPECT_EQ(caller.put(path(session["appointmentId"]), kCame).status, 200);
}

TEST(SessionWrites, TheFirewallLocksSuspiciousTextOutOfSessionFeedbackOnly) {
    const OneReferral one;
    Caller caller(one.world);
    for (const char* text : {"<script>alert(1)", "see ../notes", "late or 1=1", "<SCRIPT src=x>"}) {
        const Reply reply = caller.put(one.session_path("session-feedback"), {{"lateReason", text}});
        EXPECT_EQ(reply.status, 423) << text;
        EXPECT_TRUE(reply.text.starts_with("<html>")) << text;
    }
    EXPECT_EQ(caller.put(one.assessment_path("record-session-feedback"), {{"lateReason", "<script>"}}).status,
              200);
    EXPECT_EQ(
        caller.put(one.session_path("session-feedback"), {{"lateReason", "Arrived 14:07 for 14:00"}}).status,
        200);
    EXPECT_EQ(caller.system.effects(one.session).feedback, 1);
}

TEST(SessionWrites, FeedbackAndSubmitOfAFutureSessionAreRefused) {
    const OneReferral one;
    Caller caller(one.world);
    caller.now = kNow - 2h;
    caller.token = caller.fetch_token(std::string("&username=") + sandbox::kServiceUser);
    EXPECT_EQ(caller.put(one.session_path("session-feedback"), Json::object()).status, 400);
    EXPECT_EQ(caller.post(one.session_path("submit-feedback")).status, 400);
}

TEST(AssessmentWrites, EachWantOfAnAssessmentHasItsOwn404) {
    sandbox::World world(1);
    const std::string unbooked = world.add_referral({"", "Bo", "Fell"}, kNow - 240h);
    const std::string without = world.add_referral({"", "Cy", "Moor"}, kNow - 240h);
    world.drop_assessment(without);
    const std::string nobody = "00000000-0000-4000-8000-000000000000";
    Caller caller(world);
    const auto put = [&](const std::string& id) {
        return caller.put("/referral/" + id + "/supplier-assessment/record-attendance", kCame).body;
    };
    EXPECT_EQ(put(nobody), refused(404, "Not Found", "referral not found [id=" + nobody + "]"));
    EXPECT_EQ(put(without),
              refused(404, "Not Found", "supplier assessment not found for referral [id=" + without + "]"));
    EXPECT_EQ(
        put(unbooked),
        refused(404, "Not Found",
                "no current appointment exists on supplier assessment for referral [id=" + unbooked + "]"));
}

}  // namespace
