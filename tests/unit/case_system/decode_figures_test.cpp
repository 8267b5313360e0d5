// What is read of a referral for the figures of the contract alone.

#include <gtest/gtest.h>

#include "server/case_system/decode_referrals.h"
#include "tests/unit/case_system/payloads.h"

namespace {

using namespace server::case_system;
using payloads::kPlan;
using payloads::kSentReferral;

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

/// A referral with these members before the usual ones.
server::app::CaseReferral with(const std::string& members) {
    const auto read = decode_referral("{" + members + "," + kSentReferral.substr(1));
    EXPECT_TRUE(read) << members;
    return read.value_or(server::app::CaseReferral());
}

std::string report(const std::string& outcomes) {
    return R"("endOfServiceReport":{"submittedAt":"2026-11-02T09:00:00Z","outcomes":[)" + outcomes + "]}";
}

TEST(DecodeForFigures, ReadsWhenItWasReceivedAndHowItEnded) {
    const auto read = with(R"("sentAt":"2026-10-02T09:02:00+01:00","endRequestedAt":"2026-11-01T10:00:00Z",
                              "withdrawalCode":"MOV")");
    EXPECT_EQ(read.received_at, at("2026-10-02T08:02:00Z"));
    EXPECT_TRUE(read.end_requested);
    EXPECT_EQ(read.end_code, "MOV");
    EXPECT_EQ(read.concluded_at, std::nullopt);
    EXPECT_TRUE(read.names_approved_plans);
    EXPECT_FALSE(read.has_another_plan);
}

TEST(DecodeForFigures, AddsUpTheOutcomesOfTheReport) {
    const auto read =
        with(report(R"({"achievementLevel":"ACHIEVED"},{"achievementLevel":"PARTIALLY_ACHIEVED"},
                                     {"achievementLevel":"NOT_ACHIEVED"})"));
    EXPECT_EQ(read.end_report->submitted_at, at("2026-11-02T09:00:00Z"));
    EXPECT_EQ(read.end_report->score, 1.5);
    EXPECT_EQ(with(report(R"({"achievementLevel":"NOT_ACHIEVED"})")).end_report->score, 0.0);
}

TEST(DecodeForFigures, KnowsNoScoreOfAReportThatItDoesNotUnderstand) {
    EXPECT_EQ(with(report("")).end_report->score, std::nullopt);
    EXPECT_EQ(with(report(R"({"achievementLevel":"SOMEWHAT"})")).end_report->score, std::nullopt);
    EXPECT_EQ(with(R"("endOfServiceReport":{"submittedAt":null})").end_report, std::nullopt) << "a draft";
}

TEST(DecodeForFigures, NeverKeepAnybodyOffTheDailyList) {
    for (const char* strange :
         {R"("sentAt":7)", R"("withdrawalCode":[1])", R"("endOfServiceReport":"no")",
          R"("endOfServiceReport":{"submittedAt":"soon"})",
          R"("endOfServiceReport":{"submittedAt":"2026-11-02T09:00:00Z","outcomes":[7]})"})
        EXPECT_EQ(with(strange).crn, "X123456") << strange;
}

TEST(DecodeForFigures, NoticesAPlanThatIsNotApproved) {
    const std::string other = "11111111-1111-4111-8111-111111111111";
    std::string text = kSentReferral;
    text.replace(text.find(kPlan), other.size(), other);
    EXPECT_TRUE(decode_referral(text)->has_another_plan);
}

TEST(DecodeApprovedPlans, ReadsTheirTimes) {
    const std::string id = kPlan;
    const auto read = decode_approved_plans(R"([{"id":")" + id + R"(","submittedAt":"2026-10-12T10:00:00Z",
        "approvedAt":"2026-10-12T10:00:01.5+00:00"},{"id":")" +
                                            id + R"(","submittedAt":null}])");
    EXPECT_EQ(read.value(), (std::vector<server::app::CasePlan>{
                                {id, at("2026-10-12T10:00:00Z"), at("2026-10-12T10:00:01.5Z")},
                                {id, std::nullopt, std::nullopt}}));
    EXPECT_TRUE(decode_approved_plans("[]")->empty());
}

TEST(DecodeApprovedPlans, RefusesWhatIsNoList) {
    for (const char* text :
         {"", "{}", "[7]", R"([{"id":"x"}])", R"([{"submittedAt":"2026-10-12T10:00:00Z"}])", "<html>"})
        EXPECT_EQ(decode_approved_plans(text).error().failure, server::app::CaseFailure::NotUnderstood)
            << text;
}

}  // namespace
