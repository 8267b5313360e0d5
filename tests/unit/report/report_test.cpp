#include "server/report/report.h"

#include <regex>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/figures/build_history.h"
#include "tests/support/figures/generate_histories.h"

namespace server::report {
namespace {

using domain::Attendance;
using support::AReferral;
using support::at;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const domain::Calendar kCalendar;
constexpr domain::Month kMonth{std::chrono::year{2026}, std::chrono::October};
constexpr figures::Period kOctober{kMonth, kMonth};

figures::Rules rules() {
    return {kCalendar, at("2026-11-12T12:00:00Z"), {}};
}

Report small() {
    const std::vector<figures::ReferralHistory> histories{
        AReferral("r1").session("2026-09-10T10:00:00Z", Attendance::Yes).ended("2026-10-14T10:00:00Z"),
        AReferral("r2").ended("2026-10-14T10:00:00Z", "NOT"),
        AReferral("r3").ended("2026-10-14T10:00:00Z", "MOV"),
        AReferral("r4").not_read().ended("2026-10-14T10:00:00Z", "MOV"),
        AReferral("r5").received("2026-10-30T10:00:00Z"),
    };
    return make_report("Ardwick <Green>", kOctober, histories, rules());
}

Report of_a_hub() {
    const auto histories = support::generate_histories(5, 200);
    return make_report("Ardwick Green", kOctober, histories, rules());
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(Report, HoldsEveryFigureWithSixMonthsThatEndWithItsOwn) {
    const Report report = of_a_hub();
    ASSERT_EQ(report.lines.size(), figures::definitions().size());
    for (const Line& line : report.lines) {
        ASSERT_EQ(line.trend.size(), static_cast<std::size_t>(kTrendMonths));
        EXPECT_EQ(domain::to_text(line.trend.front().month), "2026-05");
        EXPECT_EQ(line.trend.back(), (OfMonth{kMonth, line.figure.unmitigated()}));
    }
    EXPECT_EQ(domain::to_text(report.frozen_from.value()), "2026-11-23");
}

TEST(Report, AsTextTellsRateTargetAndWhatWasLeftOut) {
    const std::string text = to_text(small());
    EXPECT_THAT(text, HasSubstr("Ardwick <Green>, 2026-10\nAs of 2026-11-12 12:00.\n"));
    EXPECT_THAT(text, HasSubstr("They stand still from the end of 2026-11-23.\n"));
    EXPECT_TRUE(
        std::regex_search(text, std::regex("CRS SL002 +Suitable.* 1 +2 +50\\.0 % +50\\.0 % +90 % +80 % +"
                                           "below the trigger +1 +1 ended for a reason that counts neither "
                                           "way, 1 not known: its appointments were not read")))
        << text;
    EXPECT_THAT(text, HasSubstr("CRS PM001 is named by the specification and not defined."));
    // The tenth business day after 30 October is 13 November.
    EXPECT_TRUE(std::regex_search(text, std::regex("2026-11-13 +1 +DS2 .* r5"))) << text;
}

TEST(Report, AsCsvHasARowForEachFigureAndQuotesWhatNeedsIt) {
    const std::string csv = to_csv(small());
    EXPECT_THAT(
        csv, StartsWith("hub,period,as of,figure,what it counts,met,of,rate,with mitigation,target,trigger,"
                        "standing,not known,left out and why,excused,frozen met,frozen of,frozen excused,"
                        "frozen not known,why it differs\r\n"));
    EXPECT_THAT(
        csv,
        HasSubstr("DS1,\"Referrals received, against the contract's target\",1,0,-,-,95 %,-,not known,"));
    EXPECT_EQ(times(csv, "\r\n"), figures::definitions().size() + 1);
}

TEST(Report, OpensToTheReferralsBehindEachNumber) {
    const std::string csv = items_to_csv(small());
    EXPECT_THAT(csv, HasSubstr("CRS SL002,r1,,met,done,,not known\r\n"));
    EXPECT_THAT(
        csv, HasSubstr("CRS SL002,r2,,missed,\"ended without it, for a reason that counts\",,not known\r\n"));
    EXPECT_THAT(
        csv, HasSubstr("CRS SL002,r4,,not known,not known: its appointments were not read,,not known\r\n"));
}

TEST(Report, NeverLetsASpreadsheetRunWhatStaffWrote) {
    const std::vector<figures::ReferralHistory> histories{
        AReferral("r1").received("2026-10-05T09:00:00Z").with([](figures::ReferralHistory& history) {
            history.mitigations[figures::FigureId::Ds2] = "=HYPERLINK(\"x\")";
        })};
    const std::string csv = items_to_csv(make_report("Hub", kOctober, histories, rules()));
    EXPECT_THAT(csv, HasSubstr("DS2,r1,,missed,not done,\"'=HYPERLINK(\"\"x\"\")\",not known\r\n"));
}

TEST(Report, AsHtmlHasForEachPictureItsTableAndWords) {
    const std::string html = to_html(of_a_hub());
    const std::size_t figures = figures::definitions().size();
    EXPECT_EQ(times(html, "<svg role=\"img\""), figures);
    EXPECT_EQ(times(html, "<title id=\"trend-"), figures);
    EXPECT_EQ(times(html, "<table>"), figures + 5);
    EXPECT_EQ(times(html, "<caption>"), figures + 5);
    EXPECT_EQ(times(html, "<table>"), times(html, "</table>"));
    EXPECT_EQ(times(html, "<svg"), times(html, "</svg>"));
    EXPECT_THAT(html, HasSubstr("<html lang=\"en-GB\">"));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("http")));
}

TEST(Report, AsHtmlEscapesWhatPeopleWrote) {
    const std::string html = to_html(small());
    EXPECT_THAT(html, HasSubstr("<h1>Ardwick &lt;Green&gt;, figures of 2026-10</h1>"));
    EXPECT_THAT(html, Not(HasSubstr("<Green>")));
}

TEST(Report, TellsEachFigureByComplexityAndTheyAreTogetherTheFigure) {
    const Report report = of_a_hub();
    for (const Line& line : report.lines) {
        figures::Counts sum = line.by_complexity.front().counts;
        for (const figures::OfComplexity& one : std::span(line.by_complexity).subspan(1))
            sum = figures::sum(sum, one.counts);
        figures::Counts whole = figures::counts_of(line.figure);
        whole.expected.reset();
        EXPECT_EQ(sum, whole) << figures::definition(line.figure.id).code;
    }
    const std::vector<figures::ReferralHistory> histories{
        AReferral("r1")
            .session("2026-09-10T10:00:00Z", Attendance::Yes)
            .ended("2026-10-14T10:00:00Z")
            .with([](auto& history) { history.complexity = figures::Complexity::High; }),
        AReferral("r2").ended("2026-10-14T10:00:00Z", "NOT").with([](auto& history) {
            history.complexity = figures::Complexity::Low;
        })};
    figures::Rules every = rules();
    every.smallest_group = 1;
    EXPECT_THAT(complexity_to_csv(make_report("Hub", kOctober, histories, every)),
                StartsWith("figure,complexity,met,of,rate,with mitigation,not known\r\n"
                           "CRS SL002,low,0,1,0.0 %,0.0 %,0\r\nCRS SL002,high,1,1,100.0 %,100.0 %,0\r\n"));
    const std::string told = complexity_to_csv(make_report("Hub", kOctober, histories, rules()));
    EXPECT_THAT(told, HasSubstr("CRS SL002,low,not told: too few,-,-,-,-\r\n")) << "it would be one person";
    EXPECT_THAT(told, Not(HasSubstr("DS2"))) << "the indicators tell of referrals";
}

TEST(Report, HasTheSameNumbersInEveryForm) {
    const Report report = of_a_hub();
    const std::string text = to_text(report);
    const std::string csv = to_csv(report);
    const std::string html = to_html(report);
    for (const Line& line : report.lines) {
        const figures::Rate rate = line.figure.unmitigated();
        const std::string count = std::to_string(rate.count);
        const std::string of = std::to_string(rate.of);
        const std::string percent = figures::to_text(rate);
        const std::string code(figures::definition(line.figure.id).code);
        EXPECT_THAT(csv, HasSubstr("," + count + "," + of + "," + percent + ",")) << code;
        EXPECT_THAT(html, HasSubstr("<td>" + count + "</td><td>" + of + "</td><td>" + percent + "</td>"))
            << code;
        EXPECT_TRUE(std::regex_search(text, std::regex(count + " +" + of + " +" + percent))) << code;
    }
}

}  // namespace
}  // namespace server::report
