#include "server/figures/early_warning.h"

#include <gtest/gtest.h>

#include "server/figures/data_quality.h"
#include "tests/support/figures/build_history.h"

namespace server::figures {
namespace {

using domain::Attendance;
using support::AReferral;
using support::at;

const domain::Calendar kCalendar;

Rules on(const char* when) {
    return {kCalendar, at(when), {}};
}

std::vector<Warning> warnings(const ReferralHistory& history, const char* when) {
    return early_warnings(std::span(&history, 1), on(when));
}

domain::Date date(const char* text) {
    return domain::parse_date(text).value();
}

// Received on Monday 5 October 2026: the tenth business day is Monday the 19th.
TEST(EarlyWarning, OfAnAssessmentBeginsTwoBusinessDaysBeforeItsLast) {
    const ReferralHistory history = AReferral("a").received("2026-10-05T09:00:00Z");
    EXPECT_TRUE(warnings(history, "2026-10-14T22:59:59Z").empty());
    const std::vector<Warning> expected{{history.id, FigureId::Ds2, date("2026-10-19"), 2}};
    EXPECT_EQ(warnings(history, "2026-10-14T23:00:00Z"), expected);
    EXPECT_EQ(warnings(history, "2026-10-17T12:00:00Z").at(0).business_days_left, 1);
    EXPECT_EQ(warnings(history, "2026-10-19T22:59:59Z").at(0).business_days_left, 0);
    // Too late: the figure tells of it.
    EXPECT_TRUE(warnings(history, "2026-10-19T23:00:00Z").empty());
}

// Assessed on Thursday 8 October 2026: business day 8 is Tuesday the 20th, day 10 Thursday the 22nd.
TEST(EarlyWarning, OfNoCommencementBeginsWithBusinessDay8) {
    const auto assessed = [] {
        return AReferral("a")
            .received("2026-10-05T09:00:00Z")
            .assessment("2026-10-08T09:00:00Z")
            .with([](ReferralHistory& history) {
                history.start_rating = {{}, at("2026-10-08T10:00:00Z")};
            });
    };
    EXPECT_TRUE(warnings(assessed(), "2026-10-19T12:00:00Z").empty());
    const std::vector<Warning> expected{{domain::ReferralId("a"), FigureId::Kp6, date("2026-10-22"), 2}};
    EXPECT_EQ(warnings(assessed(), "2026-10-20T12:00:00Z"), expected);
    EXPECT_TRUE(warnings(assessed().session("2026-10-16T09:00:00Z", Attendance::Late), "2026-10-20T12:00:00Z")
                    .empty());
    EXPECT_TRUE(warnings(assessed().ended("2026-10-16T09:00:00Z", "MOV"), "2026-10-20T12:00:00Z").empty());
}

TEST(EarlyWarning, TellsOfPlanAndRatingWithTheTightestFirst) {
    const ReferralHistory history = AReferral("a")
                                        .received("2026-10-05T09:00:00Z")
                                        .no_plan()
                                        .assessment("2026-10-08T09:00:00Z")
                                        .with([](ReferralHistory& one) { one.start_rating.emplace(); });
    ASSERT_EQ(warnings(history, "2026-10-14T12:00:00Z").size(), 1U);
    EXPECT_EQ(warnings(history, "2026-10-14T12:00:00Z").at(0).figure, FigureId::Ds3);
    const auto later = warnings(history, "2026-10-21T12:00:00Z");
    ASSERT_EQ(later.size(), 2U);
    EXPECT_EQ(later[0].figure, FigureId::Kp6);
    EXPECT_EQ(later[1].figure, FigureId::Ds4);
}

TEST(DataQuality, CountsWhatIsKnownOfWhatCouldBe) {
    const std::vector<ReferralHistory> all{
        AReferral("a").not_read(),
        AReferral("b").plans_not_read().session("2026-10-05T09:00:00Z", Attendance::Yes).submitted(""),
        AReferral("c")
            .session("2026-10-05T09:00:00Z", std::nullopt)
            .session("2026-12-05T09:00:00Z", std::nullopt)
            .ended("2026-10-14T09:00:00Z", "EAR")
            .report("2026-10-14T09:00:00Z", std::nullopt),
    };
    const auto rows = data_quality(all, on("2026-11-01T12:00:00Z"));
    ASSERT_EQ(rows.size(), 8U);
    EXPECT_EQ(rows[0].known, (Rate{2, 3}));
    EXPECT_EQ(rows[0].missing, (std::vector{domain::ReferralId("a")}));
    EXPECT_EQ(rows[1].known, (Rate{2, 3}));
    EXPECT_EQ(rows[2].known, (Rate{0, 3}));
    EXPECT_EQ(rows[3].known, (Rate{0, 1}));
    EXPECT_EQ(rows[4].known, (Rate{1, 2}));
    EXPECT_EQ(rows[5].known, (Rate{0, 1}));
    EXPECT_EQ(rows[6].known, (Rate{0, 1}));
    EXPECT_EQ(rows[7].known, (Rate{0, 0}));
}

}  // namespace
}  // namespace server::figures
