#include <gtest/gtest.h>

#include "server/case_system/decode_appointments.h"
#include "server/case_system/decode_referrals.h"
#include "server/case_system/token_source.h"
#include "tests/unit/case_system/payloads.h"

namespace {

using namespace server::case_system;
using namespace payloads;
using domain::AppointmentStatus;
using domain::DeliveryMethod;
using server::app::CaseFailure;

const domain::ReferralId kId{kReferral};

TEST(DecodePage, ReadsIdsAndEnds) {
    const auto page = decode_page(kPage);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->referrals.size(), 2u);
    EXPECT_EQ(page->referrals[0].id.text(), kReferral);
    EXPECT_FALSE(page->referrals[0].concluded_at);
    EXPECT_EQ(page->referrals[1].concluded_at, base::parse_instant("2026-11-02T09:02:00.123456Z").value());
    EXPECT_TRUE(page->last);
    EXPECT_EQ(page->unreadable, 0);
}

TEST(DecodePage, KeepsTheOtherRowsWhenOneHasNoUsableId) {
    const auto page =
        decode_page(R"({"content":[{"id":7},"text",{"id":"58963698-0f2e-4d6e-a072-0e2cf351f3b2"}],
                       "number":0,"totalPages":3})");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->referrals.size(), 1u);
    EXPECT_EQ(page->unreadable, 2);
    EXPECT_FALSE(page->last);
}

TEST(DecodePage, RefusesWhatIsNoPage) {
    for (const char* text :
         {"", "[]", "{}", "{\"content\":7}", "<html>", "{\"content\":[],\"last\":\"yes\"}"}) {
        const auto page = decode_page(text);
        ASSERT_FALSE(page) << text;
        EXPECT_EQ(page.error().failure, CaseFailure::NotUnderstood);
    }
}

TEST(DecodeReferral, ReadsThePersonAndTheirNeeds) {
    const auto read = decode_referral(kSentReferral);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->crn, "X123456") << "trimmed and upper case";
    EXPECT_EQ(read->contract.text(), "DN671065_MANCHESTER_PWB");
    EXPECT_EQ(read->born, domain::parse_date("1980-01-01").value());
    EXPECT_TRUE(read->needs_interpreter);
    EXPECT_EQ(read->interpreter_language, "Urdu");
    EXPECT_EQ(read->access_needs, "Uses a wheelchair");
    EXPECT_FALSE(read->in_custody);
    EXPECT_EQ(read->action_plans, std::vector<std::string>{kPlan});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, from.size(), to);
}

TEST(DecodeReferral, LivesWithoutADateOfBirth) {
    const auto read = decode_referral(replaced(kSentReferral, "\"1980-01-01\"", "null"));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->born);
}

TEST(DecodeReferral, SaysWhenItEndedWhetherConcludedOrAskedToEnd) {
    EXPECT_FALSE(decode_referral(kSentReferral)->ended_at);
    const std::string concluded =
        replaced(kSentReferral, "\"concludedAt\":null", "\"concludedAt\":\"2026-11-02T09:00:00Z\"");
    EXPECT_TRUE(decode_referral(concluded)->concluded);
    EXPECT_EQ(decode_referral(concluded)->ended_at, base::parse_instant("2026-11-02T09:00:00Z").value());
    const std::string asked = replaced(kSentReferral, "\"concludedAt\":null",
                                       "\"concludedAt\":null,\"endRequestedAt\":\"2026-11-01T09:00:00Z\"");
    EXPECT_FALSE(decode_referral(asked)->concluded);
    EXPECT_EQ(decode_referral(asked)->ended_at, base::parse_instant("2026-11-01T09:00:00Z").value());
    const std::string both =
        replaced(concluded, "\"concludedAt\"", "\"endRequestedAt\":\"2026-11-01T09:00:00Z\",\"concludedAt\"");
    EXPECT_EQ(decode_referral(both)->ended_at, base::parse_instant("2026-11-01T09:00:00Z").value());
}

TEST(DecodeReferral, SaysWhoIsInPrison) {
    EXPECT_TRUE(decode_referral(replaced(kSentReferral, "COMMUNITY", "CUSTODY"))->in_custody);
}

TEST(DecodeReferral, TellsTheMemberAndNeverTheValueOfWhatItCannotRead) {
    const auto read = decode_referral(replaced(kSentReferral, "\"1980-01-01\"", "\"River 1980\""));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().failure, CaseFailure::NotUnderstood);
    EXPECT_NE(read.error().words.find("dateOfBirth"), std::string::npos);
    EXPECT_EQ(read.error().words.find("River"), std::string::npos);
}

TEST(DecodeAssessment, TakesTheCurrentAppointmentAsLiveAndTheOthersAsMoved) {
    const std::string body =
        "{\"id\":\"x\",\"currentAppointmentId\":\"" + std::string(kSecond) + "\",\"appointments\":[" +
        meeting("id", kFirst, "2026-11-22T14:00:00Z", "IN_PERSON_MEETING_OTHER") + "," +
        meeting("id", kSecond, "2026-07-22T15:00:00.123456789+01:00", "IN_PERSON_MEETING_OTHER",
                R"(,"appointmentDeliveryAddress":{"firstAddressLine":"1 Any Street","postCode":"m1 1aa"})") +
        "]}";
    const auto read = decode_assessment(body, kId);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ((*read)[0].appointment.status, AppointmentStatus::Superseded);
    const auto& current = (*read)[1];
    EXPECT_EQ(current.appointment.status, AppointmentStatus::Live);
    EXPECT_EQ(current.appointment.start, base::parse_instant("2026-07-22T14:00:00.123456Z").value());
    EXPECT_EQ(current.appointment.type, domain::AppointmentType::SupplierAssessment);
    EXPECT_EQ(current.postcode, "M11AA");
    EXPECT_EQ(current.address, "1 Any Street");
}

TEST(DecodeSessions, UsesTheAppointmentIdAndPassesOverWhatIsNotScheduled) {
    const std::string old =
        R"(,"oldAppointments":[)" + meeting("id", kFirst, "2026-11-20T14:00:00Z", "PHONE_CALL") + "]";
    const std::string body =
        R"([{"id":"99999999-9999-4999-8999-999999999999","sessionNumber":1,"appointmentTime":null,"appointmentId":null},)" +
        meeting("appointmentId", kSecond, "2026-11-22T14:00:00Z", "VIDEO_CALL", old) + "]";
    const auto read = decode_sessions(body, kId, kPlan);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ((*read)[0].appointment.id.text(), kSecond);
    EXPECT_EQ((*read)[0].appointment.method, DeliveryMethod::VideoCall);
    EXPECT_EQ((*read)[0].appointment.action_plan, kPlan);
    EXPECT_EQ((*read)[1].appointment.id.text(), kFirst);
    EXPECT_EQ((*read)[1].appointment.status, AppointmentStatus::Superseded);
}

TEST(DecodeSessions, KeepsAnUnknownWayOfMeetingAsNotHere) {
    const auto read = decode_sessions(
        "[" + meeting("appointmentId", kFirst, "2026-11-22T14:00:00Z", "HOLOGRAM") + "]", kId, kPlan);
    ASSERT_TRUE(read);
    EXPECT_EQ((*read)[0].appointment.method, DeliveryMethod::PhoneCall);
}

TEST(DecodeSessions, RefusesDurationsThatCannotBe) {
    for (const char* minutes : {"0", "-5", "1441", "1.5", "\"60\"", "99999999999999999999"}) {
        const std::string body =
            replaced("[" + meeting("appointmentId", kFirst, "2026-11-22T14:00:00Z", "PHONE_CALL") + "]",
                     ":60,", std::string(":") + minutes + ",");
        EXPECT_FALSE(decode_sessions(body, kId, kPlan)) << minutes;
    }
}

TEST(DecodeSessions, AnEntryThatIsNoSessionIsNotTakenForAnEmptyList) {
    for (const char* text : {"[[]]", "[null]", "[\"x\"]", "[7]", R"([{"oldAppointments":[[]]}])",
                             R"([{"appointmentTime":"2026-11-22T14:00:00Z","appointmentId":null}])"}) {
        EXPECT_FALSE(decode_sessions(text, kId, kPlan)) << text;
    }
    EXPECT_FALSE(decode_assessment(R"({"appointments":[[]]})", kId));
}

TEST(DecodeSessions, NestingEndsAtItsLimit) {
    const auto nested = [](int depth) {
        const auto count = static_cast<std::size_t>(depth);
        return R"([{"new":)" + std::string(count, '[') + std::string(count, ']') + "}]";
    };
    constexpr int kAround = 2;  // the list and the session
    EXPECT_TRUE(decode_sessions(nested(32 - kAround), kId, kPlan));
    EXPECT_FALSE(decode_sessions(nested(33 - kAround), kId, kPlan));
    EXPECT_TRUE(decode_sessions(R"([{"new":")" + std::string(50, '[') + R"(\"[["}])", kId, kPlan))
        << "brackets in a text are text";
}

TEST(DecodeAttendance, TellsOurDraftFromSomebodysWork) {
    const auto ours = decode_attendance(
        feedback(R"("attended":"yes","didSessionHappen":true)",
                 R"("late":true,"lateReason":"Arrived 14:07 for 14:00","notifyProbationPractitioner":false,
                    "sessionSummary":"")",
                 "false"));
    ASSERT_TRUE(ours);
    EXPECT_EQ(ours->attended, domain::Attendance::Yes);
    EXPECT_EQ(ours->session_happened, true);
    EXPECT_EQ(ours->late, true);
    EXPECT_FALSE(ours->feedback_begun) << "R&M fills in false and empty texts by itself";

    const auto theirs = decode_attendance(
        feedback(R"("attended":"yes","didSessionHappen":true)", R"("sessionSummary":"Good")", "false"));
    ASSERT_TRUE(theirs);
    EXPECT_TRUE(theirs->feedback_begun);
}

TEST(DecodeAttendance, ReadsWhyASessionWasNotHeld) {
    const auto read = decode_attendance(
        feedback(R"("attended":"yes","didSessionHappen":false)",
                 R"("noSessionReasonType":"LOGISTICS","noSessionReasonLogistics":"No room")", "true"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->no_session_reason, domain::NoSessionReason::Logistics);
    EXPECT_EQ(read->note, "No room");
    EXPECT_TRUE(read->submitted);
    EXPECT_FALSE(read->feedback_begun);
}

TEST(DecodeAttendance, TakesAnUnknownWordAsSomebodysWork) {
    const auto read = decode_attendance(feedback(R"("attended":"perhaps")", "", "false"));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->attended);
    EXPECT_TRUE(read->feedback_begun);
}

TEST(DecodeGrant, ReadsATokenAndItsTime) {
    const auto grant =
        decode_grant(R"({"access_token":"abc.def.ghi","token_type":"bearer","expires_in":599})");
    ASSERT_TRUE(grant);
    EXPECT_EQ(grant->token.reveal_text(), "abc.def.ghi");
    EXPECT_EQ(grant->lasts.count(), 599);
}

TEST(DecodeGrant, RefusesATokenThatWouldBreakAHeader) {
    EXPECT_FALSE(decode_grant(R"({"access_token":"abc\r\nX: y","expires_in":599})"));
    EXPECT_FALSE(decode_grant(R"({"access_token":"","expires_in":599})"));
    EXPECT_FALSE(decode_grant(R"({"error":"invalid_client"})"));
}

}  // namespace
