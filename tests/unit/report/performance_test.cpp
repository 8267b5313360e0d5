// The performance report of 27 columns, and where the official one has defects.

#include "server/report/performance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/figures/build_history.h"

namespace server::report {
namespace {

using domain::Attendance;
using figures::ReferralHistory;
using support::AReferral;
using support::at;

const base::Instant kMade = at("2026-11-30T12:00:00Z");

/// A column as it should be, and as the official report has it.
struct Both {
    std::string ours;
    std::string official;

    bool operator==(const Both&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Both& both) {
    return out << both.ours << " / " << both.official;
}

Both cell(const ReferralHistory& history, Column column) {
    const PerformanceOf of{history, "JK1827PE", "", kMade};
    return {performance_row(of, Meaning::AsItShouldBe)[place_of(column)],
            performance_row(of, Meaning::AsOfficial)[place_of(column)]};
}

figures::CaseDetails details() {
    figures::CaseDetails details;
    details.organisation = "BIG_LIFE_GROUP";
    details.caseworker = "A.CASEWORKER";
    details.complete_by = domain::parse_date("2027-03-31").value();
    details.outcomes_wanted = 2;
    return details;
}

AReferral with_details(const figures::CaseDetails& details) {
    return AReferral("r1").with([&](ReferralHistory& history) { history.details = details; });
}

TEST(PerformanceReport, HasItsTwentySevenColumnsInOrder) {
    EXPECT_EQ(kColumnNames.front(), "referral_ref");
    EXPECT_EQ(kColumnNames[place_of(Column::AssessmentAttendedOnTime)], "saa_attended_on_time");
    EXPECT_EQ(kColumnNames[place_of(Column::SessionsExpected)], "count_of_sessions_expected");
    EXPECT_EQ(kColumnNames.back(), "end_of_sentence_date");
    EXPECT_EQ(place_of(Column::EndOfSentence) + 1, kColumns);
}

TEST(PerformanceReport, SaysWhatTheCaseSystemTold) {
    auto told = details();
    told.end_requested_at = at("2026-10-14T09:00:00Z");
    told.end_requested_reason = "Work, caring commitments, or sickness";
    const ReferralHistory history = with_details(told).ended("2026-10-14T10:00:00Z", "WOR");
    const PerformanceOf of{history, "JK1827PE", "X123456", kMade};
    const PerformanceRow row = performance_row(of, Meaning::AsItShouldBe);
    EXPECT_THAT(row, testing::ElementsAre("JK1827PE", "r1", "", "BIG_LIFE_GROUP", "A.CASEWORKER", "X123456",
                                          "2026-08-03T08:00:00Z", "", "", "", "", "", "",
                                          "2026-08-20T10:00:00Z", "", "", "2", "", "", "0",
                                          "2026-10-14T09:00:00Z", "Work, caring commitments, or sickness", "",
                                          "2026-10-14T10:00:00Z", "cancelled", "2027-03-31", ""));
}

TEST(PerformanceReport, TellsTheStepsOfAssessmentAndSessions) {
    const ReferralHistory history = AReferral("r1")
                                        .assessment("2026-08-05T09:00:00Z", Attendance::No)
                                        .assessment("2026-08-07T09:00:00Z")
                                        .session("2026-08-24T09:00:00Z", Attendance::Late)
                                        .session("2026-08-31T09:00:00Z", Attendance::Yes);
    EXPECT_EQ(cell(history, Column::AssessmentFirstScheduledFor).ours, "2026-08-05T09:00:00Z");
    EXPECT_EQ(cell(history, Column::AssessmentFirstNotAttended).ours, "2026-08-05T09:00:00Z");
    EXPECT_EQ(cell(history, Column::AssessmentFirstAttended).ours, "2026-08-07T09:00:00Z");
    EXPECT_EQ(cell(history, Column::AssessmentFirstCompleted).ours, "2026-08-07T09:00:00Z");
    EXPECT_EQ(cell(history, Column::AssessmentAttendedOnTime).ours, "true");
    EXPECT_EQ(cell(history, Column::FirstAttendedSession).ours, "2026-08-24T09:00:00Z");
    EXPECT_EQ(cell(history, Column::SessionsAttended).ours, "2");
}

TEST(PerformanceReport, AsOfficialLeavesOutSessionsThatWereNotHeldOrLateByTheOlderValue) {
    const ReferralHistory history = AReferral("r1")
                                        .session("2026-08-24T09:00:00Z", Attendance::Late)
                                        .session("2026-08-25T09:00:00Z", Attendance::Yes)
                                        .not_held()
                                        .session("2026-08-26T09:00:00Z", Attendance::Yes);
    EXPECT_EQ(cell(history, Column::SessionsAttended), (Both{"3", "1"}));
    EXPECT_EQ(cell(history, Column::FirstAttendedSession),
              (Both{"2026-08-24T09:00:00Z", "2026-08-26T09:00:00Z"}));
    const ReferralHistory by_flag =
        AReferral("r1").session("2026-08-24T09:00:00Z", Attendance::Late).with([](ReferralHistory& one) {
            one.meetings->back().late_is_flag = true;
        });
    EXPECT_EQ(cell(by_flag, Column::SessionsAttended), (Both{"1", "1"}));
}

TEST(PerformanceReport, AsOfficialShowsTheTimeOfItsMakingWhereNobodyAttended) {
    EXPECT_EQ(cell(AReferral("r1"), Column::FirstAttendedSession), (Both{"", "2026-11-30T12:00:00Z"}));
    EXPECT_EQ(cell(AReferral("r1").no_plan(), Column::FirstAttendedSession), (Both{"", ""}));
    EXPECT_EQ(cell(AReferral("r1").no_plan(), Column::SessionsAttended), (Both{"0", ""}));
}

TEST(PerformanceReport, AsOfficialCallsWhoeverIsLateByTheFlagOnTime) {
    const ReferralHistory late =
        AReferral("r1").assessment("2026-08-07T09:00:00Z", Attendance::Late).with([](ReferralHistory& one) {
            one.meetings->back().late_is_flag = true;
        });
    EXPECT_EQ(cell(late, Column::AssessmentAttendedOnTime), (Both{"false", "true"}));
    EXPECT_EQ(cell(AReferral("r1"), Column::AssessmentAttendedOnTime), (Both{"", "false"}));
}

TEST(PerformanceReport, AsOfficialKnowsAnAssessmentAsCompletedOnlyWhereItIsSaidToHaveBeenHeld) {
    const ReferralHistory silent =
        AReferral("r1").assessment("2026-08-07T09:00:00Z").with([](ReferralHistory& one) {
            one.meetings->back().session_held.reset();
        });
    EXPECT_EQ(cell(silent, Column::AssessmentFirstCompleted), (Both{"2026-08-07T09:00:00Z", ""}));
    const ReferralHistory moved = AReferral("r1").assessment("2026-08-07T09:00:00Z").moved();
    EXPECT_EQ(cell(moved, Column::AssessmentFirstAttended), (Both{"", "2026-08-07T09:00:00Z"}));
}

TEST(PerformanceReport, AsOfficialTakesEqualSumsOfOutcomesForOne) {
    auto told = details();
    told.end_report_begun = true;
    told.outcomes_achieved = 1;
    told.outcomes_partly_achieved = 2;
    EXPECT_EQ(cell(with_details(told).report("2026-11-01T10:00:00Z", 2.0), Column::OutcomesAchieved),
              (Both{"2.0", "1.0"}));
    told.outcomes_partly_achieved = 1;
    EXPECT_EQ(cell(with_details(told).report("2026-11-01T10:00:00Z", 1.5), Column::OutcomesAchieved),
              (Both{"1.5", "1.5"}));
    EXPECT_EQ(cell(with_details(told), Column::OutcomesAchieved), (Both{"", "0.0"})) << "a draft";
}

TEST(PerformanceReport, NamesTheEndByWhoAskedForItAndWhetherThereIsAReport) {
    auto begun = details();
    begun.end_report_begun = true;
    EXPECT_EQ(cell(AReferral("r1"), Column::EndState), (Both{"", ""}));
    EXPECT_EQ(cell(AReferral("r1").ended("2026-10-14T10:00:00Z"), Column::EndState),
              (Both{"completed", "completed"}));
    EXPECT_EQ(cell(AReferral("r1").ended("2026-10-14T10:00:00Z", "NOT"), Column::EndState),
              (Both{"cancelled", "cancelled"}));
    EXPECT_EQ(cell(with_details(begun).ended("2026-10-14T10:00:00Z", "NOT"), Column::EndState),
              (Both{"cancelled", "ended"}));
    EXPECT_EQ(
        cell(with_details(begun).ended("2026-10-14T10:00:00Z", "NOT").report("2026-10-14T10:00:00Z", 1.0),
             Column::EndState),
        (Both{"ended", "ended"}));
}

TEST(PerformanceReport, SaysWhyItDoesNotKnow) {
    const ReferralHistory bare = AReferral("r1").not_read().plans_not_read();
    const PerformanceOf of{bare, "", "", kMade};
    for (std::size_t i = 0; i < kColumns; ++i) {
        const auto column = static_cast<Column>(i);
        if (why_not_known(of, column).empty()) continue;
        EXPECT_EQ(performance_row(of, Meaning::AsItShouldBe)[i], "") << kColumnNames[i];
    }
    EXPECT_EQ(why_not_known(of, Column::SessionsAttended),
              "this referral's sessions and assessments were not read");
    EXPECT_EQ(why_not_known(of, Column::EndState), "");
    const ReferralHistory read = with_details(details());
    EXPECT_EQ(why_not_known({read, "JK1827PE", "", kMade}, Column::OutcomesWanted), "");
}

}  // namespace
}  // namespace server::report
