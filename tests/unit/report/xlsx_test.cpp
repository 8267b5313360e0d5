// A report as a workbook, opened again.

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/report/cell_value.h"
#include "server/report/csv.h"
#include "server/report/pack.h"
#include "server/report/workbook.h"
#include "tests/support/figures/build_history.h"
#include "tests/support/figures/generate_histories.h"
#include "tests/support/xlsx/read_workbook.h"

namespace server::report {
namespace {

using support::at;
using testing::HasSubstr;

const domain::Calendar kCalendar;
constexpr domain::Month kMonth{std::chrono::year{2026}, std::chrono::October};
const figures::Rules kRules{kCalendar, at("2026-11-12T12:00:00Z"), {}};

Report of_a_hub(const std::string& hub = "Ardwick <Green> & Co") {
    return make_report(hub, {kMonth, kMonth}, support::generate_histories(5, 200), kRules);
}

/// A cell of the CSV as a spreadsheet keeps it.
bool same(const std::string& text, const std::string& kept, bool is_number) {
    const auto number = cell_number(text);
    if (!number) return !is_number && kept == text;
    return is_number && std::abs(std::stod(kept) - number->value) < 1e-9;
}

void expect_same(const Cells& cells, const support::ReadSheet& sheet) {
    ASSERT_EQ(sheet.rows.size(), cells.rows.size() + 1);
    EXPECT_EQ(sheet.rows.front(), cells.headings);
    for (std::size_t row = 0; row < cells.rows.size(); ++row) {
        ASSERT_EQ(sheet.rows[row + 1].size(), cells.rows[row].size());
        for (std::size_t i = 0; i < cells.rows[row].size(); ++i)
            EXPECT_TRUE(same(cells.rows[row][i], sheet.rows[row + 1][i], sheet.are_numbers[row + 1][i]))
                << cells.rows[row][i] << " is " << sheet.rows[row + 1][i];
    }
}

TEST(Workbook, HasTheSameNumbersAsTheCsvAsNumbers) {
    const Report report = of_a_hub();
    const auto sheets = support::read_workbook(to_xlsx(report, ReferralIds::With).value());
    expect_same(csv_cells(csv_rows(report)), sheets.at("Figures"));
    expect_same(complexity_cells(report), sheets.at("By complexity"));
    expect_same(warning_cells(report), sheets.at("Soon too late"));
    expect_same(quality_cells(report), sheets.at("Data quality"));
    const auto& trend = sheets.at("Six months").rows;
    ASSERT_EQ(trend.size(), figures::definitions().size() * kTrendMonths + 1);
    EXPECT_EQ(trend[6][0], "CRS SL002");
    EXPECT_EQ(trend[6][2], "2026-10");
    EXPECT_EQ(trend[6][3], std::to_string(report.lines.front().figure.unmitigated().count));
}

TEST(Workbook, KeepsTheHeadingsInSightAndIsTheSameEveryTime) {
    const std::string bytes = to_xlsx(of_a_hub(), ReferralIds::With).value();
    for (const auto& [name, sheet] : support::read_workbook(bytes))
        EXPECT_THAT(sheet.xml, HasSubstr("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                                         "state=\"frozen\"/>"))
            << name;
    EXPECT_EQ(to_xlsx(of_a_hub(), ReferralIds::With).value(), bytes);
}

TEST(Workbook, ListsReferralsOnlyForWhomItIsKept) {
    EXPECT_TRUE(
        support::read_workbook(to_xlsx(of_a_hub(), ReferralIds::With).value()).contains("Soon too late"));
    EXPECT_FALSE(
        support::read_workbook(to_xlsx(of_a_hub(), ReferralIds::Without).value()).contains("Soon too late"));
}

TEST(Workbook, HasWhatWasFrozenOnceItIs) {
    Report report = of_a_hub();
    EXPECT_FALSE(
        support::read_workbook(to_xlsx(report, ReferralIds::With).value()).contains("Frozen and now"));
    report.frozen_at = at("2026-11-23T08:00:00Z");
    report.lines.front().frozen =
        Frozen{{figures::FigureId::Sl002, 7, 3, 0, 0, {}}, "2 'not there' became 'done'"};
    const auto sheets = support::read_workbook(to_xlsx(report, ReferralIds::With).value());
    expect_same(frozen_cells(report), sheets.at("Frozen and now"));
}

TEST(Workbook, NeverRunsWhatStandsInIt) {
    const Cells cells{"Words", {"=1+1", "b"}, {{"=HYPERLINK(\"http://x\")", "+1"}, {"@SUM(A1)", "http://x"}}};
    const std::vector<Sheet> sheets{{"Words", cells}};
    const auto read = support::read_workbook(workbook("=1", at("2026-11-12T12:00:00Z"), sheets).value());
    expect_same(cells, read.at("Words"));
    EXPECT_THAT(read.at("Words").xml, testing::Not(HasSubstr("<hyperlink")));
}

TEST(Workbook, SaysWhenATextIsTooLong) {
    const std::vector<Sheet> sheets{{"Words", {"Words", {"a"}, {{std::string(40000, 'a')}}}}};
    const auto made = workbook("x", at("2026-11-12T12:00:00Z"), sheets);
    ASSERT_FALSE(made);
    EXPECT_THAT(made.error().message, HasSubstr("ask for it as CSV"));
}

TEST(Workbook, OfAPackHasAllHubsTogetherAndEachByItself) {
    std::vector<HubFigures> hubs;
    for (const char* name : {"Ardwick", "Bolton"})
        hubs.push_back(read_csv(to_csv(of_a_hub(name)), name).value());
    const Pack pack = merge(std::move(hubs)).value();
    const auto sheets = support::read_workbook(to_xlsx(pack).value());
    expect_same(csv_cells(together(pack)), sheets.at("All hubs together"));
    EXPECT_EQ(sheets.at("Hub by hub").rows.size(), 2 * figures::definitions().size() + 1);
}

TEST(CellNumber, IsAWholeNumberOrARateAsWeWriteThem) {
    EXPECT_EQ(cell_number("12"), (CellNumber{12, false}));
    EXPECT_EQ(cell_number("0"), (CellNumber{0, false}));
    EXPECT_EQ(cell_number("87.5 %"), (CellNumber{0.875, true}));
    EXPECT_EQ(cell_number("90 %"), (CellNumber{0.9, true}));
    EXPECT_EQ(cell_number("100.0 %"), (CellNumber{1, true}));
    for (const char* text : {"", "-", "012", "1e3", " 1", "1 ", "-1", "1.5", "%", " %", "1. %", "1.55 %",
                             "1.5%", "2026-10", "1234567890", "1.2.3 %"})
        EXPECT_FALSE(cell_number(text)) << text;
}

}  // namespace
}  // namespace server::report
