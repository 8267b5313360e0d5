// hubctl report --performance and --compare, on a hub's own record.

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/ctl/commands.h"
#include "tests/support/fake_clock.h"
#include "tests/support/figures/build_history.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/seeded_entropy.h"

namespace {

using server::ctl::PerformanceWords;
using support::AReferral;
using support::at;
using testing::HasSubstr;

constexpr char kNazir[] = "58963698-0f2e-4d6e-a072-0e2cf351f3b1";
constexpr char kLeft[] = "58963698-0f2e-4d6e-a072-0e2cf351f3b2";

class PerformanceCommand : public testing::Test {
protected:
    server::ctl::Hub hub() { return {settings_, clock_, entropy_, out_}; }
    std::string file(const char* name) const { return (folder_.path() / name).string(); }
    void write(const server::app::Store::Command& command) {
        const auto record = server::ctl::open_for_tool(hub()).value();
        ASSERT_TRUE(record.store->write_and_wait(command));
    }
    void keep(const char* id) {
        const server::figures::ReferralHistory told =
            AReferral(id).received("2026-10-05T09:00:00Z").with([this](auto& history) {
                history.contract = settings_.contracts.front();
                history.details.emplace().outcomes_wanted = 2;
            });
        write([&](server::app::Transaction& transaction) -> base::Done {
            TRY_DONE(transaction.keep(server::app::HistoryReading{clock_.now(), 0}));
            return transaction.keep({told, {}}, "X100001");
        });
    }
    /// Nazir is on the daily list, and somebody who left is not.
    void SetUp() override {
        keep(kNazir);
        keep(kLeft);
        write([&](server::app::Transaction& transaction) -> base::Done {
            server::app::Person person;
            person.id = domain::PersonId("p1");
            person.crn = "X100001";
            person.first_name = "Nazir";
            TRY_DONE(transaction.put(person));
            return transaction.put(server::app::Referral{domain::ReferralId(kNazir), person.id,
                                                         settings_.contracts.front(), "JK1827PE"});
        });
    }
    PerformanceWords october(const char* csv) const {
        PerformanceWords words;
        words.wanted = true;
        words.from = "2026-10-01";
        words.to = "2026-10-31";
        words.csv = csv == nullptr ? "" : file(csv);
        return words;
    }
    std::string refused(const PerformanceWords& words) {
        const auto done = server::ctl::performance_report(hub(), words);
        return done ? "it was done" : done.error().message;
    }
    std::size_t looks() {
        std::size_t count = 0;
        const auto record = server::ctl::open_for_tool(hub()).value();
        EXPECT_TRUE(record.store->read([&](server::app::View& view) -> base::Done {
            count = TRY(view.looks_between(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))).size();
            return {};
        }));
        return count;
    }

    support::FakeClock clock_{at("2026-11-20T09:00:00Z")};
    support::SeededEntropy entropy_{20261120};
    support::HubFolder folder_{{}, clock_, entropy_};
    server::settings::Settings settings_ = folder_.settings();
    std::ostringstream out_;
};

TEST_F(PerformanceCommand, WritesARowForEachReferralReceivedOnTheseDays) {
    ASSERT_TRUE(server::ctl::performance_report(hub(), october("report.csv")));
    const std::string csv = support::file_bytes(file("report.csv"));
    EXPECT_THAT(csv, testing::StartsWith("referral_ref,referral_id,contract_ref,"));
    EXPECT_THAT(csv, HasSubstr("JK1827PE," + std::string(kNazir)));
    EXPECT_THAT(csv, HasSubstr("\r\n," + std::string(kLeft)));
    EXPECT_THAT(csv, testing::Not(HasSubstr("X100001")));
    EXPECT_EQ(looks(), 0U);
    EXPECT_THAT(out_.str(), HasSubstr("2 referrals received from 2026-10-01 to 2026-10-31.\n"));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("referral_ref +1 +this person is no longer"));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("end_of_sentence_date +2 "));
    PerformanceWords september = october("none.csv");
    september.from = "2026-09-01";
    september.to = "2026-09-30";
    ASSERT_TRUE(server::ctl::performance_report(hub(), september));
    EXPECT_THAT(support::file_bytes(file("none.csv")), testing::EndsWith("end_of_sentence_date\r\n"));
}

TEST_F(PerformanceCommand, WritesCrnsForSomebodyWhoSaysWhoTheyAreAndKeepsThatTheyLooked) {
    PerformanceWords words = october("report.csv");
    words.with_crn = true;
    EXPECT_THAT(refused(words), HasSubstr("--crn and --by together"));
    words.by = "Ana Lytle";
    ASSERT_TRUE(server::ctl::performance_report(hub(), words));
    EXPECT_THAT(support::file_bytes(file("report.csv")), HasSubstr(",X100001,2026-10-05T09:00:00Z,"));
    EXPECT_EQ(looks(), 1U);
}

TEST_F(PerformanceCommand, SaysWhatIsMissingOrWrong) {
    EXPECT_THAT(refused(october(nullptr)), HasSubstr("--csv FILE"));
    PerformanceWords words = october("report.csv");
    words.to = "2026-09-01";
    EXPECT_THAT(refused(words), HasSubstr("--to lies before --from"));
    words.to = "soon";
    EXPECT_NE(refused(words), "it was done");
    words.to.clear();
    EXPECT_THAT(refused(words), HasSubstr("--from 2026-10-01 --to 2026-10-31"));
    EXPECT_FALSE(std::filesystem::exists(file("report.csv")));
}

TEST_F(PerformanceCommand, FindsThatItsOwnReportSaysTheSame) {
    ASSERT_TRUE(server::ctl::performance_report(hub(), october("report.csv")));
    PerformanceWords words;
    words.compare = file("report.csv");
    words.csv = file("differences.csv");
    ASSERT_TRUE(server::ctl::compare_official(hub(), words));
    EXPECT_THAT(out_.str(),
                HasSubstr("2 rows of the official report were read; 2 are of referrals that the hub "
                          "holds, and 2 of these say the same in all that the hub knows."));
    EXPECT_EQ(support::file_bytes(file("differences.csv")),
              "line,referral,column,here,official,because,why\r\n");
}

TEST_F(PerformanceCommand, ExplainsTheDefectsOfTheOfficialReport) {
    PerformanceWords official = october("official.csv");
    official.as_official = true;
    ASSERT_TRUE(server::ctl::performance_report(hub(), official));
    PerformanceWords words;
    words.compare = file("official.csv");
    out_.str("");
    ASSERT_TRUE(server::ctl::compare_official(hub(), words));
    EXPECT_THAT(out_.str(), testing::ContainsRegex("known defect of the official report +4\n"));
    EXPECT_THAT(out_.str(), HasSubstr("date_of_first_attended_session"));
    EXPECT_THAT(out_.str(), testing::Not(HasSubstr("not explained")));
}

TEST_F(PerformanceCommand, NamesTheFileThatItCannotRead) {
    PerformanceWords words;
    words.compare = file("none.csv");
    EXPECT_THAT(server::ctl::compare_official(hub(), words).error().message, HasSubstr("none.csv"));
    std::ofstream(file("other.csv")) << "hub,period\n";
    words.compare = file("other.csv");
    EXPECT_THAT(server::ctl::compare_official(hub(), words).error().message,
                HasSubstr("other.csv: this is no performance report: it has no column referral_id"));
}

}  // namespace
