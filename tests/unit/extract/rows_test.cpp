// Case-level extracts: what stands in a row, in both forms, and that every column is documented.

#include "server/extract/rows.h"

#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/report/csv.h"
#include "shared/protocol/json_tree.h"
#include "tests/support/figures/build_history.h"

namespace server::extract {
namespace {

using app::ExtractNames;
using domain::Attendance;
using support::AReferral;
using testing::HasSubstr;

/// Assessed, seen three times, once late and once not, and ended with a report.
app::ExtractCase a_case() {
    app::ExtractCase one;
    one.history = AReferral("r1")
                      .received("2026-10-01T08:00:00Z")
                      .assessment("2026-10-05T09:00:00Z", Attendance::No)
                      .assessment("2026-10-07T09:00:00Z")
                      .plan(true, "2026-10-09T10:00:00Z")
                      .session("2026-10-12T13:00:00Z", Attendance::Late)
                      .session("2026-10-19T13:00:00Z", Attendance::No)
                      .session("2026-10-26T14:00:00Z", Attendance::Yes)
                      .not_held()
                      .session("2026-10-27T14:00:00Z", std::nullopt)
                      .moved()
                      .report("2026-11-20T10:00:00Z", 1.5)
                      .ended("2026-11-20T10:00:00Z");
    one.history.contract = domain::ContractRef("DN671065_MANCHESTER_PWB");
    one.reference = "JK1827PE";
    one.person.emplace();
    one.person->crn = "X123456";
    one.person->first_name = "=HYPERLINK(\"http://x\")";
    one.person->last_name = "O\"Neill, Ann";
    return one;
}

/// What stands under a column.
std::string cell(const app::ExtractCase& one, ExtractNames names, const std::string& column) {
    const auto lines = report::split_csv(heading(Form::Csv, names) + row(Form::Csv, names, one), "x").value();
    for (std::size_t i = 0; i < lines.at(0).fields.size(); ++i) {
        if (lines[0].fields[i] == column) return lines.at(1).fields.at(i);
    }
    return "(no such column)";
}
protocol::Json json(const app::ExtractCase& one, ExtractNames names = ExtractNames::With) {
    return protocol::Json::parse(row(Form::JsonLines, names, one));
}

TEST(ExtractRows, TellWhatHappenedOnTheCase) {
    const auto one = a_case();
    const auto told = [&](const char* column) {
        return cell(one, ExtractNames::Without, column);
    };
    EXPECT_EQ(told("referral_id"), "r1");
    EXPECT_EQ(told("referral_reference"), "JK1827PE");
    EXPECT_EQ(told("contract"), "DN671065_MANCHESTER_PWB");
    EXPECT_EQ(told("received_at"), "2026-10-01T08:00:00Z");
    EXPECT_EQ(told("assessment_first_start"), "2026-10-05T09:00:00Z");
    EXPECT_EQ(told("assessment_first_not_attended"), "2026-10-05T09:00:00Z");
    EXPECT_EQ(told("assessment_first_attended"), "2026-10-07T09:00:00Z");
    EXPECT_EQ(told("plan_first_submitted"), "2026-10-09T10:00:00Z");
    EXPECT_EQ(told("plan_approved"), "yes");
    EXPECT_EQ(told("session_first_attended"), "2026-10-12T13:00:00Z");
    EXPECT_EQ(told("sessions"), "3") << "the one that was moved counts nowhere";
    EXPECT_EQ(told("sessions_attended"), "2");
    EXPECT_EQ(told("sessions_late"), "1");
    EXPECT_EQ(told("sessions_not_attended"), "1");
    EXPECT_EQ(told("sessions_not_held"), "1");
    EXPECT_EQ(told("report_submitted_at"), "2026-11-20T10:00:00Z");
    EXPECT_EQ(told("outcome_score"), "1.5");
    EXPECT_EQ(told("concluded_at"), "2026-11-20T10:00:00Z");
    EXPECT_EQ(told("evidence_requests"), "0");
}

TEST(ExtractRows, TellWhoSomebodyIsOnlyWithNames) {
    const auto one = a_case();
    const std::string without =
        row(Form::Csv, ExtractNames::Without, one) + row(Form::JsonLines, ExtractNames::Without, one);
    for (const char* piece : {"X123456", "HYPERLINK", "Neill"})
        EXPECT_THAT(without, testing::Not(HasSubstr(piece)));
    EXPECT_EQ(cell(one, ExtractNames::With, "crn"), "X123456");
    EXPECT_EQ(json(one)["last_name"], "O\"Neill, Ann");
}

TEST(ExtractRows, HaveNothingThatASpreadsheetWouldRun) {
    EXPECT_EQ(cell(a_case(), ExtractNames::With, "first_name"), "'=HYPERLINK(\"http://x\")");
    EXPECT_EQ(json(a_case())["first_name"], "=HYPERLINK(\"http://x\")") << "for programs it is as it is";
}

TEST(ExtractRows, LeaveWhatIsNotKnownEmptyAndNeverZero) {
    app::ExtractCase one;
    one.history = AReferral("r2").not_read().plans_not_read();
    one.history.evidence.reset();
    for (const char* column : {"sessions", "sessions_attended", "plan_approved", "crn", "evidence_requests",
                               "relevant_sentence_id"}) {
        EXPECT_EQ(cell(one, ExtractNames::With, column), "") << column;
        EXPECT_TRUE(json(one)[column].is_null()) << column;
    }
}

TEST(ExtractRows, OfJsonLinesAreALineEachAndTyped) {
    const std::string line = row(Form::JsonLines, ExtractNames::With, a_case());
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_EQ(line.back(), '\n');
    EXPECT_EQ(json(a_case())["sessions_attended"], 2);
    EXPECT_EQ(json(a_case())["plan_approved"], true);
    EXPECT_EQ(json(a_case())["outcome_score"], 1.5);
    EXPECT_EQ(heading(Form::JsonLines, ExtractNames::With), "");
}

TEST(ExtractRows, OfATextThatIsNotUtf8AreStillJson) {
    app::ExtractCase one = a_case();
    one.person->last_name = "caf\xE9";
    EXPECT_EQ(json(one)["last_name"], "caf\xEF\xBF\xBD");
}

TEST(ExtractColumns, AreEachInTheDictionaryAndOnThePage) {
    std::ifstream file("docs/extracts.md");
    std::stringstream page;
    page << file.rdbuf();
    std::set<std::string_view> names;
    for (const Column& column : columns()) {
        EXPECT_TRUE(names.insert(column.name).second) << column.name << " stands twice";
        const std::string line = "| `" + std::string(column.name) + "` | " + std::string(column.type) +
                                 " | " + std::string(column.refer_and_monitor) + " | " +
                                 std::string(column.ndelius) + " | " + std::string(column.meaning) +
                                 (column.names ? " (only with names) |" : " |");
        EXPECT_THAT(page.str(), HasSubstr(line)) << "docs/extracts.md lacks it";
        EXPECT_THAT(dictionary(), HasSubstr("\n" + std::string(column.name) + ","));
    }
    EXPECT_EQ(report::split_csv(dictionary(), "x").value().size(), columns().size() + 1);
    EXPECT_THAT(dictionary(), HasSubstr("received_at,date-time,Date Referral Received,Referral Dt,"));
}

}  // namespace
}  // namespace server::extract
