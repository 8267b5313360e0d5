// hubctl report, on a hub's own record.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/ctl/commands.h"
#include "tests/support/fake_clock.h"
#include "tests/support/figures/build_history.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/xlsx/read_workbook.h"

namespace {

using server::ctl::ReportWords;
using support::AReferral;
using support::at;
using testing::HasSubstr;

ReportWords of_month(const std::string& month) {
    ReportWords words;
    words.month = month;
    return words;
}

class ReportCommand : public testing::Test {
protected:
    server::ctl::Hub hub() { return {settings_, clock_, entropy_, out_}; }
    base::Done report(const ReportWords& words) {
        out_.str("");
        return server::ctl::report(hub(), words);
    }
    std::string refused(const ReportWords& words) {
        const auto done = report(words);
        return done ? "it was done" : done.error().message;
    }
    std::string file(const char* name) const { return (folder_.path() / name).string(); }
    void keep(const server::figures::ReferralHistory& told) {
        const auto record = server::ctl::open_for_tool(hub()).value();
        ASSERT_TRUE(record.store->write_and_wait([&](server::app::Transaction& transaction) -> base::Done {
            TRY_DONE(transaction.keep(server::app::HistoryReading{clock_.now(), 0}));
            return transaction.keep({told, {}}, "X100001");
        }));
    }
    void keep_one() {
        keep(AReferral("r1")
                 .session("2026-09-10T10:00:00Z", domain::Attendance::Yes)
                 .ended("2026-10-14T10:00:00Z"));
    }

    support::FakeClock clock_{at("2026-11-20T09:00:00Z")};
    support::SeededEntropy entropy_{20261120};
    support::HubFolder folder_{{}, clock_, entropy_};
    server::settings::Settings settings_ = folder_.settings();
    std::ostringstream out_;
};

TEST_F(ReportCommand, TellsTheFiguresOfAMonthInEveryForm) {
    keep_one();
    ReportWords words = of_month("2026-10");
    words.csv = file("report.csv");
    words.html = file("report.html");
    words.items = file("items.csv");
    words.xlsx = file("report.xlsx");
    ASSERT_TRUE(report(words));
    EXPECT_THAT(out_.str(), HasSubstr(", 2026-10\nAs of 2026-11-20 09:00.\n"));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("CRS SL002 .* 1 +1 +100.0 %"));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("DS1 .* not known"));
    EXPECT_THAT(out_.str(), HasSubstr("Written to " + file("report.csv")));
    EXPECT_THAT(support::file_bytes(file("report.csv")), testing::StartsWith("hub,period,"));
    EXPECT_THAT(support::file_bytes(file("report.html")), testing::StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(support::file_bytes(file("items.csv")), HasSubstr("CRS SL002,r1,"));
    const auto sheets = support::read_workbook(support::file_bytes(file("report.xlsx")));
    EXPECT_EQ(sheets.at("Figures").rows.at(1).at(3), "CRS SL002");
    EXPECT_EQ(std::filesystem::status(file("report.xlsx")).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(ReportCommand, GoesByTheHubsOwnTargetAndCalendar) {
    keep_one();
    settings_.expected_referrals = {{domain::parse_month("2026-08").value(), 2}};
    ASSERT_TRUE(report(of_month("2026-08")));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("DS1 .* 1 +2 +50.0 %"));
}

TEST_F(ReportCommand, NeverReplacesAFile) {
    keep_one();
    ReportWords words = of_month("2026-10");
    words.csv = file("report.csv");
    ASSERT_TRUE(report(words));
    EXPECT_NE(refused(words), "it was done");
}

TEST_F(ReportCommand, SaysWhatIsWrongWithTheMonth) {
    EXPECT_THAT(refused({}), HasSubstr("--month 2026-10 or --quarter 2026-Q4"));
    EXPECT_THAT(refused(of_month("October")), HasSubstr("2026-11"));
    EXPECT_THAT(refused(of_month("2026-12")), HasSubstr("2026-12 has not begun"));
    EXPECT_THAT(refused(of_month("2024-01")), HasSubstr("no longer held"));
    ReportWords quarter;
    quarter.quarter = "2026-10";
    EXPECT_THAT(refused(quarter), HasSubstr("a quarter is written like 2026-Q4"));
    quarter.quarter = "2027-Q1";
    EXPECT_THAT(refused(quarter), HasSubstr("2027-Q1 has not begun"));
}

TEST_F(ReportCommand, SaysWhenThereAreNoHistoriesYet) {
    EXPECT_THAT(refused(of_month("2026-10")), HasSubstr("no histories of referrals yet"));
}

TEST_F(ReportCommand, JoinsTheReportsOfSeveralHubs) {
    keep_one();
    ReportWords words = of_month("2026-10");
    words.csv = file("one.csv");
    ASSERT_TRUE(report(words));
    settings_.hub_name = "Bolton";
    words.csv = file("two.csv");
    ASSERT_TRUE(report(words));
    ReportWords both;
    both.merge = {file("one.csv"), file("two.csv")};
    both.csv = file("both.csv");
    ASSERT_TRUE(report(both));
    EXPECT_THAT(out_.str(), HasSubstr("2 hubs, 2026-10\n"));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("CRS SL002 +2 +2 +100.0 %"));
    EXPECT_THAT(support::file_bytes(file("both.csv")), HasSubstr("Bolton"));
}

TEST_F(ReportCommand, NamesTheFileAndTheLineOfWhatCannotBeJoined) {
    keep_one();
    ReportWords words = of_month("2026-10");
    words.csv = file("one.csv");
    ASSERT_TRUE(report(words));
    const std::string whole = support::file_bytes(file("one.csv"));
    std::ofstream(file("short.csv"), std::ios::binary) << whole.substr(0, whole.size() / 2);
    ReportWords both;
    both.merge = {file("one.csv"), file("short.csv")};
    EXPECT_THAT(refused(both), testing::StartsWith(file("short.csv") + ":"));
    EXPECT_EQ(out_.str(), "");
    both.merge = {file("one.csv"), file("none.csv")};
    EXPECT_THAT(refused(both), HasSubstr("none.csv"));
}

}  // namespace
