// Reports of several hubs joined into one.

#include "server/report/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/figures/build_history.h"
#include "tests/support/figures/generate_histories.h"

namespace server::report {
namespace {

using figures::Rate;
using testing::HasSubstr;

constexpr domain::Month kOctober{std::chrono::year{2026}, std::chrono::October};
const domain::Calendar kCalendar;

Report of_hub(const std::string& name, unsigned seed) {
    const figures::Rules rules{kCalendar, base::parse_instant("2026-11-12T12:00:00Z").value(), {}};
    return make_report(name, {kOctober, kOctober}, support::generate_histories(seed, 100), rules);
}

HubFigures read(const Report& report) {
    return read_csv(to_csv(report), "hub.csv").value();
}

std::string why_refused(const std::string& text) {
    const auto read = read_csv(text, "hub.csv");
    return read ? "it was taken" : read.error().message;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

TEST(Pack, ReadsBackWhatAReportWrote) {
    const Report report = of_hub("Bury, \"The Rock\"", 5);
    const HubFigures hub = read(report);
    EXPECT_EQ(hub.hub, "Bury, \"The Rock\"");
    EXPECT_EQ(hub.period, (figures::Period{kOctober, kOctober}));
    EXPECT_EQ(hub.as_of, support::at("2026-11-12T12:00:00Z"));
    EXPECT_EQ(hub.rows, csv_rows(report));
}

TEST(Pack, ReadsBackWhatWasFrozen) {
    Report report = of_hub("Bury", 5);
    for (Line& line : report.lines) {
        line.frozen = Frozen{figures::counts_of(line.figure), "1 'not there' became 'done'"};
    }
    EXPECT_EQ(read(report).rows, csv_rows(report));
}

TEST(Pack, AddsNumeratorsAndDenominatorsAndNeverRates) {
    const HubFigures bury = read(of_hub("Bury", 5));
    const HubFigures bolton = read(of_hub("Bolton", 6));
    const Pack pack = merge({bury, bolton}).value();
    EXPECT_EQ(pack.hubs.front().hub, "Bolton") << "by name";
    const auto rows = together(pack);
    ASSERT_EQ(rows.size(), figures::definitions().size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rate one = bury.rows[i].counts.unmitigated();
        const Rate other = bolton.rows[i].counts.unmitigated();
        EXPECT_EQ(rows[i].counts.unmitigated(), (Rate{one.count + other.count, one.of + other.of}));
        EXPECT_EQ(rows[i].counts.not_known, bury.rows[i].counts.not_known + bolton.rows[i].counts.not_known);
    }
    EXPECT_THAT(to_text(pack), HasSubstr("2 hubs, 2026-10\n"));
    EXPECT_THAT(to_html(pack), HasSubstr("<caption>All hubs together</caption>"));
}

TEST(Pack, CanItselfBeJoinedToAnother) {
    const Pack two = merge({read(of_hub("Bury", 5)), read(of_hub("Bolton", 6))}).value();
    const HubFigures joined = read_csv(to_csv(two), "two.csv").value();
    EXPECT_EQ(joined.hub, "Bolton + Bury");
    EXPECT_EQ(joined.rows, together(two));
    EXPECT_TRUE(merge({joined, read(of_hub("Wigan", 7))}));
}

TEST(Pack, IsFrozenOnlyWhereEachHubIs) {
    Report frozen = of_hub("Bury", 5);
    for (Line& line : frozen.lines) line.frozen = Frozen{figures::counts_of(line.figure), "-"};
    Report other = of_hub("Bolton", 6);
    EXPECT_FALSE(together(merge({read(frozen), read(other)}).value()).front().frozen);
    for (Line& line : other.lines) line.frozen = Frozen{figures::counts_of(line.figure), "-"};
    const auto rows = together(merge({read(frozen), read(other)}).value());
    EXPECT_EQ(rows.front().frozen->unmitigated(), rows.front().counts.unmitigated());
}

TEST(Pack, IsAsOfTheEarliestOfItsHubsAlsoInTheHourThatComesTwice) {
    HubFigures bury = read(of_hub("Bury", 5));
    HubFigures bolton = read(of_hub("Bolton", 6));
    // 01:30 of summer time is before 01:10 of winter time.
    for (CsvRow& row : bury.rows) row.as_of = support::at("2026-10-25T00:30:00Z");
    for (CsvRow& row : bolton.rows) row.as_of = support::at("2026-10-25T01:10:00Z");
    bury.as_of = bury.rows.front().as_of;
    bolton.as_of = bolton.rows.front().as_of;
    EXPECT_EQ(together(merge({bury, bolton}).value()).front().as_of, support::at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(why_refused(replaced(to_csv(csv_cells(bury.rows)), "2026-10-25T00:30:00Z", "2026-10-25 01:30")),
              "hub.csv:2: as of when it is, is no time");
}

TEST(Pack, RefusesTwoReportsOfOneHubAndReportsOfOtherMonths) {
    const HubFigures bury = read(of_hub("Bury", 5));
    EXPECT_THAT(merge({bury, bury}).error().message, HasSubstr("of the same hub: Bury"));
    HubFigures pack = bury;
    pack.hub = "Bolton + Bury";
    EXPECT_THAT(merge({bury, pack}).error().message, HasSubstr("have the figures of Bury"));
    HubFigures other = bury;
    other.hub = "Bolton";
    other.period.last += std::chrono::months{1};
    EXPECT_THAT(merge({bury, other}).error().message, HasSubstr("not of the same time"));
    EXPECT_FALSE(merge({}));
}

TEST(Pack, RefusesAFileThatWasCutShortAnywhere) {
    const std::string whole = to_csv(of_hub("Bury", 5));
    for (std::size_t length = 0; length < whole.size(); length += 7)
        EXPECT_FALSE(read_csv(whole.substr(0, length), "hub.csv")) << length;
    EXPECT_FALSE(read_csv(whole.substr(0, whole.size() - 2), "hub.csv"));
    const std::string without_last = whole.substr(0, whole.rfind("Bury"));
    EXPECT_EQ(why_refused(without_last),
              "hub.csv:17: the file is cut short: it does not tell of Non-attendance");
}

TEST(Pack, NamesTheLineOfWhatIsWrong) {
    const std::string csv = to_csv(of_hub("Bury", 5));
    EXPECT_EQ(why_refused(""), "hub.csv:1: this is no report of a hub: the first line has other headings");
    EXPECT_EQ(why_refused(replaced(csv, "hub,period", "hub,Period")),
              "hub.csv:1: this is no report of a hub: the first line has other headings");
    EXPECT_EQ(why_refused(replaced(csv, "Bury,2026-10", "Bury,2026-11")),
              "hub.csv:3: it is of another hub, month or time than the lines before");
    EXPECT_EQ(why_refused(replaced(csv, "KP1", "KP9")), "hub.csv:5: the figure is not known");
    EXPECT_EQ(why_refused(replaced(csv, "KP2", "KP2,")), "hub.csv:6: it has 21 fields and not 20");
    EXPECT_EQ(why_refused(csv + csv.substr(csv.rfind("Bury"))), "hub.csv:19: the figure stands there twice");
    EXPECT_EQ(why_refused(csv + "\"Bury"), "hub.csv:19: a quote is not closed");
}

TEST(Pack, RefusesNumbersThatSomebodyChanged) {
    auto rows = csv_rows(of_hub("Bury", 5));
    rows.front().counts = {figures::FigureId::Sl002, 1, 1, 0, 0, std::nullopt};
    const std::string csv = to_csv(csv_cells(rows));
    ASSERT_EQ(why_refused(csv), "it was taken");
    const std::string numbers = ",1,2,50.0 %,";
    EXPECT_EQ(why_refused(replaced(csv, numbers, ",2,2,50.0 %,")),
              "hub.csv:2: its words are not those of its numbers");
    EXPECT_EQ(why_refused(replaced(csv, numbers, ",2,2,100.0 %,")),
              "hub.csv:2: its words are not those of its numbers")
        << "the rate with mitigation and the standing follow too";
    EXPECT_EQ(why_refused(replaced(csv, numbers, ",3,2,50.0 %,")),
              "hub.csv:2: its numbers do not fit together");
    EXPECT_EQ(why_refused(replaced(csv, numbers, ",-1,2,50.0 %,")),
              "hub.csv:2: a number is missing or is none");
    EXPECT_EQ(why_refused(replaced(csv, numbers, ",01,2,50.0 %,")),
              "hub.csv:2: a number is missing or is none");
    rows.front().left_out = "=HYPERLINK()";
    EXPECT_EQ(why_refused(replaced(to_csv(csv_cells(rows)), "'=HYPER", "=HYPER")),
              "hub.csv:2: a spreadsheet would run what stands there");
}

TEST(Csv, IsSplitAsRfc4180Says) {
    const auto lines = split_csv(
                           "\xef\xbb\xbf"
                           "a,\"b \"\"c\"\",\r\nd\",\r\n\"\",e,f\n",
                           "x")
                           .value();
    EXPECT_EQ(lines, (std::vector<CsvLine>{{1, {"a", "b \"c\",\r\nd", ""}}, {3, {"", "e", "f"}}}));
    EXPECT_TRUE(split_csv("", "x").value().empty());
}

TEST(Csv, OfAnotherFormIsRefusedWithItsLine) {
    const auto why = [](std::string_view text) {
        return split_csv(text, "x").error().message;
    };
    EXPECT_EQ(why("a\r\nb\"c\r\n"), "x:2: a quote stands within a field");
    EXPECT_EQ(why("\"a\"b\r\n"), "x:1: something follows a closing quote, or a line has a strange end");
    EXPECT_EQ(why("a\rb\n"), "x:1: something follows a closing quote, or a line has a strange end");
    EXPECT_EQ(why("a\n\n\"b\n\n"), "x:3: a quote is not closed");
    EXPECT_EQ(why("a\nb"), "x:2: the file is cut short: this line has no end");
    EXPECT_EQ(why(std::string(100, ',') + "\n"), "x:1: it has too many fields");
    EXPECT_EQ(why(std::string("a\0b\n", 4)), "x:1: it holds what is no text");
    EXPECT_EQ(why(std::string(kCsvBytesMax + 1, 'a')), "x:1: it is too large for a report");
}

}  // namespace
}  // namespace server::report
