// What is read of a referral for the performance report, and its complexity.

#include <gtest/gtest.h>

#include "server/case_system/decode_referrals.h"
#include "tests/unit/case_system/payloads.h"

namespace {

using namespace server::case_system;
using payloads::kSentReferral;
using server::figures::Complexity;

/// A referral with these members before the usual ones, outside and inside `referral`.
server::app::CaseReferral with(const std::string& outside, const std::string& inside) {
    const std::string mark = "\"referral\":{";
    std::string text = kSentReferral;
    const std::size_t at = text.find(mark);
    EXPECT_NE(at, std::string::npos);
    if (!inside.empty()) text.insert(at + mark.size(), inside + ",");
    if (!outside.empty()) text.insert(1, outside + ",");
    const auto read = decode_referral(text);
    EXPECT_TRUE(read) << text;
    return read.value_or(server::app::CaseReferral());
}

std::string level(const char* id) {
    return std::string(R"({"serviceCategoryId":"x","complexityLevelId":")") + id + R"("})";
}
constexpr char kLow[] = "cb6f1c1c-29d4-4d34-902e-3c89ee8428a0";
constexpr char kMedium[] = "46c1ae33-f90b-4dfc-83f7-6eec49209084";
constexpr char kHigh[] = "f1eebd5e-4a0f-457e-b1a8-62e8c7de1afd";

Complexity complexity(const std::string& levels) {
    return with("", "\"complexityLevels\":[" + levels + "]").complexity;
}

TEST(DecodeDetails, ReadsWhatThePerformanceReportHas) {
    const auto details =
        with(R"("assignedTo":{"username":"A.CASEWORKER"},"endRequestedAt":"2026-11-01T10:00:00Z",
                "endRequestedReason":"Moved out of service area",
                "endOfServiceReport":{"submittedAt":null,"outcomes":[{"achievementLevel":"ACHIEVED"},
                {"achievementLevel":"PARTIALLY_ACHIEVED"},{"achievementLevel":"NOT_ACHIEVED"}]})",
             R"("serviceProvider":{"id":"BIG_LIFE_GROUP","name":"x"},"completionDeadline":"2027-03-31",
                "desiredOutcomes":[{"desiredOutcomesIds":["a","b"]},{"desiredOutcomesIds":["c"]}])")
            .details;
    EXPECT_EQ(details.organisation, "BIG_LIFE_GROUP");
    EXPECT_EQ(details.caseworker, "A.CASEWORKER");
    EXPECT_EQ(details.complete_by, domain::parse_date("2027-03-31").value());
    EXPECT_EQ(details.outcomes_wanted, 3U);
    EXPECT_EQ(details.end_requested_at, base::parse_instant("2026-11-01T10:00:00Z").value());
    EXPECT_EQ(details.end_requested_reason, "Moved out of service area");
    EXPECT_TRUE(details.end_report_begun) << "a draft";
    EXPECT_EQ(details.outcomes_achieved, 1U);
    EXPECT_EQ(details.outcomes_partly_achieved, 1U);
}

TEST(DecodeDetails, TakesTheHighestOfSeveralLevelsOfComplexity) {
    EXPECT_EQ(complexity(level(kLow)), Complexity::Low);
    EXPECT_EQ(complexity(level(kMedium)), Complexity::Medium);
    EXPECT_EQ(complexity(level(kHigh) + "," + level(kLow)), Complexity::High);
    EXPECT_EQ(complexity(level(kLow) + "," + level(kHigh)), Complexity::High);
}

TEST(DecodeDetails, KnowsNoComplexityByALevelThatItDoesNotKnow) {
    EXPECT_EQ(complexity(""), Complexity::NotKnown);
    EXPECT_EQ(complexity(level(kHigh) + "," + level("another")), Complexity::NotKnown);
    EXPECT_EQ(complexity("7"), Complexity::NotKnown);
}

TEST(DecodeDetails, NeverKeepsAnybodyOffTheDailyList) {
    for (const char* strange :
         {R"("serviceProvider":7)", R"("completionDeadline":"soon")", R"("desiredOutcomes":{"a":1})",
          R"("desiredOutcomes":[7])", R"("complexityLevels":"high")"})
        EXPECT_EQ(with("", strange).crn, "X123456") << strange;
    EXPECT_EQ(with(R"("assignedTo":[])", "").crn, "X123456");
}

}  // namespace
