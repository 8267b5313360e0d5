#include "server/settings/settings.h"

#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

namespace {

using server::settings::parse;

constexpr const char* kLeast = R"(
[hub]
name = "Ardwick Green"
contracts = ["DN671065_MANCHESTER_PWB"]
[[hub.address]]
postcode = "m12 6jx"
[server]
names = ["hub.example"]
[case_system]
url = "https://case.example/"
token_url = "https://auth.example/oauth/token"
client_id = "hub"
)";

TEST(HubSettings, TheLeastFileGivesTheDocumentedDefaults) {
    const auto settings = parse(kLeast, "hub.toml", "/etc/hub");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->rules.grace, std::chrono::minutes{5});
    EXPECT_EQ(settings->addresses.at(0).postcode, "m12 6jx");
    EXPECT_EQ(settings->data, "/etc/hub/data");
    EXPECT_EQ(settings->case_system.url, "https://case.example");
    EXPECT_EQ(settings->case_system.late_as, "flag");
    EXPECT_EQ(settings->clock_trust, server::settings::ClockTrust::TimeService);
    EXPECT_EQ(settings->retention.answers, std::chrono::days{90});
    EXPECT_EQ(settings->retention.people_back, std::chrono::days{30});
}

TEST(HubSettings, ChooseByOneWordHowRecordsAreBroughtToTheCaseSystem) {
    using server::settings::Adapter;
    const auto usual = parse(kLeast, "hub.toml", "/etc/hub");
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->case_system.adapter, Adapter::ReferAndMonitor);
    const auto files = parse(std::string(kLeast) +
                                 "adapter = \"csv_drop\"\ndrop_out = \"/srv/out\"\n"
                                 "drop_returned = \"back\"\ndrop_every_minutes = 5\n",
                             "hub.toml", "/etc/hub");
    ASSERT_TRUE(files) << files.error().message;
    EXPECT_EQ(files->case_system.adapter, Adapter::CsvDrop);
    EXPECT_EQ(files->case_system.csv_drop.out, "/srv/out");
    EXPECT_EQ(files->case_system.csv_drop.returned, "/etc/hub/back");
    EXPECT_EQ(files->case_system.csv_drop.every, std::chrono::minutes{5});
    EXPECT_EQ(files->case_system.csv_drop.answer_within, std::chrono::minutes{60});
    for (const char* wrong :
         {"adapter = \"pigeon\"\n", "adapter = \"csv_drop\"\n", "adapter = \"csv_drop\"\ndrop_out = \"a\"\n",
          "drop_out = \"a\"\n", "adapter = \"csv_drop\"\ndrop_out = \"a\"\ndrop_returned = \"a\"\n"}) {
        EXPECT_FALSE(parse(std::string(kLeast) + wrong, "hub.toml", "/etc/hub")) << wrong;
    }
}

TEST(HubSettings, KnowTheContractsTargetOfAMonthOnlyWhereItIsGiven) {
    const std::string target = "[[figures.target]]\nmonth = \"2026-10\"\nreferrals = 40\n";
    const auto settings = parse(kLeast + target, "hub.toml", "/etc/hub");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->expected_referrals,
              (std::map<domain::Month, unsigned>{{domain::parse_month("2026-10").value(), 40}}));
    EXPECT_TRUE(parse(kLeast, "hub.toml", "/etc/hub")->expected_referrals.empty());
    const auto refused = [&](const std::string& more) {
        const auto read = parse(kLeast + more, "hub.toml", "/etc/hub");
        return read ? std::string("taken") : read.error().message;
    };
    EXPECT_NE(refused(target + target).find("figures.target[2].month has a target already"),
              std::string::npos)
        << refused(target + target);
    EXPECT_NE(refused("[[figures.target]]\nmonth = \"October\"\nreferrals = 40\n").find("must be a month"),
              std::string::npos);
    EXPECT_NE(refused("[[figures.target]]\nmonth = \"2026-10\"\n").find("must say how many"),
              std::string::npos);
    EXPECT_NE(refused("[[figures.target]]\nmonth = \"2026-10\"\nreferrals = 0\n"), "taken");
}

TEST(HubSettings, AnswersAreKeptFrom30To400Days) {
    for (const auto& [days, taken] : {std::pair{"29", false}, {"30", true}, {"400", true}, {"401", false}}) {
        const std::string text = std::string(kLeast) + "[retention]\nanswers_days = " + days + "\n";
        EXPECT_EQ(parse(text, "hub.toml", "/").has_value(), taken) << days;
    }
}

TEST(HubSettings, WhoComesToHelpIsAShortNameThatMayStandOnAScreen) {
    const auto with = [](const std::string& who) {
        return parse(std::string(kLeast) + "[help]\nwho = \"" + who + "\"\n", "hub.toml", "/");
    };
    EXPECT_EQ(parse(kLeast, "hub.toml", "/")->rules.help_from, "");
    EXPECT_EQ(with("Sam from reception")->rules.help_from, "Sam from reception");
    EXPECT_TRUE(with(std::string(40, 'a')));
    EXPECT_FALSE(with(std::string(41, 'a')));
    EXPECT_FALSE(with("Sam\\nAnn"));
    EXPECT_FALSE(with("\\u202ESam"));
}

TEST(HubSettings, AMistakeIsToldWithItsLineAndNothingIsGuessed) {
    const auto settings =
        parse(std::string(kLeast) + "late_as = \"maybe\"\n[sync]\nevery_minutes = 0\n", "hub.toml", "/");
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().message,
              "hub.toml:13: case_system.late_as must be one of \"flag\", \"value\"\n"
              "hub.toml:15: sync.every_minutes must be a whole number from 1 to 240");
}

TEST(HubSettings, AnUnprotectedAddressOfTheCaseSystemIsRefused) {
    std::string text = kLeast;
    text.replace(text.find("https://case"), 12, "http://case");
    const auto settings = parse(text, "hub.toml", "/");
    ASSERT_FALSE(settings);
    EXPECT_NE(settings.error().message.find("case_system.url must begin with https://"), std::string::npos);
}

TEST(HubSettings, BankHolidaysCanBeAddedAndRemovedAndAWrongDayIsTold) {
    std::string text = kLeast;
    text.replace(text.find("contracts"), 0,
                 "bank_holidays_added = [\"2026-11-24\"]\nbank_holidays_removed = [\"2026-12-25\"]\n");
    const auto settings = parse(text, "hub.toml", "/");
    ASSERT_TRUE(settings) << settings.error().message;
    using namespace std::chrono;
    EXPECT_FALSE(settings->calendar.is_business_day(2026y / 11 / 24));
    EXPECT_TRUE(settings->calendar.is_business_day(2026y / 12 / 25));
    text.replace(text.find("2026-11-24"), 10, "2026-11-31");
    const auto refused = parse(text, "hub.toml", "/");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("hub.bank_holidays_added"), std::string::npos)
        << refused.error().message;
}

TEST(HubSettings, ReceptionHasADoorOnlyWithAPortOfItsOwnAndItsCertificateWithItsKey) {
    const auto with = [](const std::string& lines) {
        return parse(std::string(kLeast) + "[reception]\n" + lines, "hub.toml", "/etc/hub");
    };
    EXPECT_FALSE(parse(kLeast, "hub.toml", "/")->reception_port);
    EXPECT_EQ(with("port = 8444")->reception_port, 8444);
    EXPECT_FALSE(with("port = 0"));
    EXPECT_FALSE(with("port = 8443")) << "that is the kiosks'";
    EXPECT_FALSE(with("certificate = \"desk.pem\""));
    EXPECT_EQ(with("certificate = \"desk.pem\"\nkey = \"desk.key\"")->reception_key, "/etc/hub/desk.key");
}

TEST(HubSettings, TheHubMustCloseAfterItOpens) {
    std::string text = kLeast;
    text.replace(text.find("contracts"), 0, "opens = \"18:00\"\ncloses = \"09:00\"\n");
    EXPECT_FALSE(parse(text, "hub.toml", "/"));
}

TEST(HubSettings, EverySettingReadIsDocumented) {
    std::ifstream code("server/settings/settings.cpp");
    std::ifstream page("docs/settings.md");
    ASSERT_TRUE(code && page);
    std::stringstream code_text;
    std::stringstream page_text;
    code_text << code.rdbuf();
    page_text << page.rdbuf();
    int found = 0;
    std::string rest = code_text.str();
    for (const char* reader :
         {"text(\"", "text_or(\"", "texts(\"", "texts_or(\"", "integer_or(\"", "time_or(\"", "word_or(\"",
          "path(server, \"", "path(table, \"", "url(table, \""}) {
        for (std::size_t at = rest.find(reader); at != std::string::npos; at = rest.find(reader, at + 1)) {
            const std::size_t begin = at + std::string(reader).size();
            const std::string key = rest.substr(begin, rest.find('"', begin) - begin);
            EXPECT_NE(page_text.str().find('`' + key + '`'), std::string::npos) << key;
            ++found;
        }
    }
    EXPECT_GT(found, 20);
}

}  // namespace
