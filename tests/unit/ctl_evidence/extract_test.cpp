// hubctl extract, on a hub's own record.

#include "server/ctl/extract.h"

#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/fake_clock.h"
#include "tests/support/figures/build_history.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/seeded_entropy.h"

namespace {

namespace ctl = server::ctl;
using support::AReferral;
using support::at;
using testing::HasSubstr;
using testing::Not;

class ExtractCommand : public testing::Test {
protected:
    void SetUp() override {
        const auto record = ctl::open_for_tool(hub()).value();
        const server::figures::ReferralHistory told =
            AReferral("r1")
                .received("2026-10-05T10:00:00Z")
                .session("2026-10-12T13:00:00Z", domain::Attendance::Yes);
        ASSERT_TRUE(record.store->write_and_wait([&](server::app::Transaction& t) -> base::Done {
            server::app::Person person;
            person.id = domain::PersonId("ada");
            person.crn = "X100001";
            person.first_name = "Ada";
            person.last_name = "Quill";
            TRY_DONE(t.put(person));
            server::app::Referral referral;
            referral.id = told.id;
            referral.person = person.id;
            TRY_DONE(t.put(referral));
            server::app::Account account;
            account.id = server::app::AccountId("a");
            account.name = "Robin";
            account.role = server::app::Role::Manager;
            TRY_DONE(t.put(account));
            return t.keep({told, {}}, person.crn);
        }));
    }
    ctl::Hub hub() { return {settings_, clock_, entropy_, out_}; }
    ctl::ExtractWords words(const std::string& name) {
        ctl::ExtractWords one;
        one.from = "2026-10-01";
        one.to = "2026-10-31";
        one.csv = file(name + ".csv");
        one.json = file(name + ".jsonl");
        one.recipient = "The council";
        one.by = "Kim";
        return one;
    }
    std::string extract(const ctl::ExtractWords& one) {
        out_.str("");
        const base::Done done = ctl::extract(hub(), one);
        return done ? out_.str() : "refused: " + done.error().message;
    }
    std::string file(const std::string& name) const { return (folder_.path() / name).string(); }

    support::FakeClock clock_{at("2026-11-20T16:00:00Z")};
    support::SeededEntropy entropy_{20261120};
    support::HubFolder folder_{{}, clock_, entropy_};
    server::settings::Settings settings_ = folder_.settings();
    std::ostringstream out_;
};

TEST_F(ExtractCommand, WritesTheCasesInBothFormsAndKeepsWhoTookThem) {
    EXPECT_EQ(extract(words("one")),
              "1 cases of 2026-10-01 to 2026-10-31 for The council, without names. That you took them is "
              "kept.\n");
    const std::string csv = support::file_bytes(file("one.csv"));
    EXPECT_THAT(csv, testing::StartsWith("referral_id,referral_reference,contract,"));
    EXPECT_THAT(csv, HasSubstr("\r\nr1,"));
    EXPECT_THAT(csv, Not(HasSubstr("crn")));
    EXPECT_THAT(support::file_bytes(file("one.jsonl")), testing::StartsWith("{\"referral_id\":\"r1\","));
    struct stat status {};
    ASSERT_EQ(stat(file("one.csv").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    out_.str("");
    ASSERT_TRUE(ctl::list_extracts(hub()));
    EXPECT_THAT(out_.str(),
                testing::ContainsRegex("Kim +The council +2026-10-01 to 2026-10-31 +without +taken "
                                       "2026-11-20 16:00 by Kim, 1 cases"));
}

TEST_F(ExtractCommand, WithNamesNeedsAManagersName) {
    ctl::ExtractWords one = words("one");
    one.names = true;
    EXPECT_THAT(extract(one), HasSubstr("refused: with --names say which manager"));
    one.approved_by = "Kim";
    EXPECT_THAT(extract(one), HasSubstr("refused: an extract with names is approved by a manager"));
    EXPECT_FALSE(std::filesystem::exists(file("one.csv"))) << "nothing half done";
    EXPECT_FALSE(std::filesystem::exists(file("one.jsonl")));
    one.approved_by = "Robin";
    EXPECT_THAT(extract(one), HasSubstr("1 cases"));
    EXPECT_THAT(support::file_bytes(file("one.csv")), HasSubstr(",X100001,Ada,Quill,"));
    out_.str("");
    ASSERT_TRUE(ctl::list_extracts(hub()));
    EXPECT_THAT(out_.str(), HasSubstr("approved 2026-11-20 16:00 by Robin; taken"));
}

TEST_F(ExtractCommand, SaysWhatIsWrong) {
    ctl::ExtractWords one = words("one");
    one.csv = one.json = "";
    EXPECT_THAT(extract(one), HasSubstr("refused: say where to"));
    one = words("one");
    one.approved_by = "Robin";
    EXPECT_THAT(extract(one), HasSubstr("--approved-by is needed with --names only"));
    one = words("one");
    one.from = "October";
    EXPECT_THAT(extract(one), HasSubstr("refused: "));
    one = words("one");
    ASSERT_THAT(extract(one), HasSubstr("1 cases"));
    EXPECT_THAT(extract(one), HasSubstr("is there already"));
    one = words("two");
    one.csv = file("no/such/folder.csv");
    EXPECT_THAT(extract(one), HasSubstr("cannot be made"));
    EXPECT_FALSE(std::filesystem::exists(file("two.jsonl")));
}

TEST_F(ExtractCommand, WritesTheDictionaryWithoutAHub) {
    const server::settings::Settings none;
    ctl::ExtractWords one;
    one.dictionary = file("columns.csv");
    ASSERT_TRUE(ctl::write_dictionary({none, clock_, entropy_, out_}, one));
    EXPECT_THAT(support::file_bytes(file("columns.csv")), HasSubstr("crn,text,Service User Crn,CRN,"));
}

}  // namespace
