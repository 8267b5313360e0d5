#include "server/case_system/answers.h"

#include <gtest/gtest.h>

#include "server/case_system/encode_drafts.h"

namespace {

using namespace server::case_system;
using server::app::AttendanceDraft;
using server::app::CaseFailure;
using server::app::FeedbackDraft;

TEST(Answers, EachStatusIsOneAction) {
    const std::pair<int, CaseFailure> table[] = {
        {401, CaseFailure::NotAllowed},  {403, CaseFailure::NotAllowed},  {409, CaseFailure::Conflict},
        {429, CaseFailure::Unreachable}, {502, CaseFailure::Unreachable}, {503, CaseFailure::Unreachable},
        {504, CaseFailure::Unreachable}, {500, CaseFailure::ServerError}, {400, CaseFailure::Refused},
        {404, CaseFailure::Refused},     {422, CaseFailure::Refused},     {423, CaseFailure::Refused},
        {301, CaseFailure::Refused},     {418, CaseFailure::Refused},     {501, CaseFailure::Refused},
    };
    for (const auto& [status, failure] : table) {
        EXPECT_EQ(error_of(status, "").failure, failure) << status;
        EXPECT_EQ(error_of(status, "").status, status);
    }
}

TEST(Answers, AFutureAppointmentIsTooEarlyAndAnyOther400IsRefused) {
    EXPECT_EQ(
        error_of(400, R"({"status":400,"message":"Cannot submit feedback for a future appointment [id=1]"})")
            .failure,
        CaseFailure::TooEarly);
    EXPECT_EQ(error_of(400, R"({"status":400,"message":"sent referral not found"})").failure,
              CaseFailure::Refused);
}

TEST(Answers, NothingOfABodyIsRepeated) {
    for (const int status : {400, 403, 404, 409, 422, 423, 500, 599})
        EXPECT_EQ(error_of(status, R"({"message":"Alex River was rude"})").words.find("River"),
                  std::string::npos);
}

TEST(Answers, AReferralWithoutAnAssessmentIsTold) {
    EXPECT_TRUE(says_no_assessment(R"({"message":"supplier assessment not found for referral [id=1]"})"));
    EXPECT_FALSE(says_no_assessment(R"({"message":"referral not found [id=1]"})"));
    EXPECT_FALSE(says_no_assessment("<html>"));
}

TEST(Drafts, AttendanceIsLowerCaseAndComplete) {
    EXPECT_EQ(encode_attendance({domain::Attendance::Yes, true}),
              R"({"attended":"yes","didSessionHappen":true})");
    EXPECT_EQ(encode_attendance({domain::Attendance::No, false}),
              R"({"attended":"no","didSessionHappen":false})");
    EXPECT_EQ(encode_attendance({domain::Attendance::Late, true}),
              R"({"attended":"late","didSessionHappen":true})");
}

TEST(Drafts, FeedbackSaysLateOrWhyNot) {
    FeedbackDraft late;
    late.late = true;
    late.late_reason = "Arrived 14:07 for 14:00";
    EXPECT_EQ(encode_feedback(late), R"({"late":true,"lateReason":"Arrived 14:07 for 14:00"})");

    FeedbackDraft absent;
    absent.note = "Telephoned twice";
    EXPECT_EQ(encode_feedback(absent), R"({"noAttendanceInformation":"Telephoned twice"})");

    FeedbackDraft not_held;
    not_held.no_session_reason = domain::NoSessionReason::Logistics;
    not_held.note = "No room";
    EXPECT_EQ(encode_feedback(not_held),
              R"({"noSessionReasonLogistics":"No room","noSessionReasonType":"LOGISTICS"})");
}

TEST(Drafts, ANoteThatIsNotUtf8IsSentAllTheSame) {
    FeedbackDraft absent;
    absent.note = "Telephoned \xff twice";
    EXPECT_NE(encode_feedback(absent).find("twice"), std::string::npos);
}

}  // namespace
