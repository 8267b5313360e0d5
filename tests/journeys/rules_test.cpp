// Rules that are changed while the hub runs, by another program: the server, its kiosks and hubctl go by
// them.

#include <filesystem>
#include <fstream>

#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

namespace app = server::app;
using namespace std::chrono_literals;
using domain::Attendance;

domain::Date date(const char* text) {
    return domain::parse_date(text).value();
}

class Rules : public HubWorld {
protected:
    base::Done set(const app::RuleValue& value, const std::string& accepted = "") {
        return server::ctl::set_rule(hubctl(), value, {{}, "Mina Holt", "the contract says so"}, accepted);
    }
    /// What is to be said with --accept.
    static std::string accept_in(const std::string& message) {
        constexpr std::string_view kAccept = "--accept ";
        const std::size_t at = message.find(kAccept);
        if (at == std::string::npos) return {};
        const std::size_t from = at + kAccept.size();
        return message.substr(from, message.find(' ', from) - from);
    }
    bool said_of(const std::string& words) {
        const std::string text = said();
        EXPECT_NE(text.find(words), std::string::npos) << text;
        return text.find(words) != std::string::npos;
    }
};

TEST_F(Rules, AnotherGraceCountsFromItsDayOnAndChangesNobodyWhoCameBefore) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    const auto bob = session(person("Bob", "Fictional", "1985-03-02"), "2026-11-24 10:00");
    hub_opens("2026-11-23 09:00");
    ASSERT_TRUE(set(app::GraceChange{0min, date("2026-11-24")}));
    at("2026-11-23 14:04");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    expect_in_call_log(ada, Attendance::Yes);
    at("2026-11-24 09:50");
    sync();
    at("2026-11-24 10:04");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "late");
    expect_in_call_log(bob, Attendance::Late, "10:04");
}

TEST_F(Rules, ClosingTheDayOnWhichSomebodyIsExpectedIsSaidFirst) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    const app::RuleValue closing = app::DayChange{date("2026-11-23"), app::DayRule::Closed};
    const auto asked = set(closing);
    ASSERT_FALSE(asked);
    EXPECT_NE(asked.error().message.find("1 expected"), std::string::npos) << asked.error().message;
    ASSERT_TRUE(set(closing, accept_in(asked.error().message)));
    said();
    ASSERT_TRUE(server::ctl::list_rules(hubctl()));
    EXPECT_TRUE(said_of("2026-11-23"));
    ASSERT_TRUE(server::ctl::list_rule_changes(hubctl()));
    EXPECT_TRUE(said_of("Shut on 2026-11-23"));
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in") << "whoever comes all the same is not turned away";
    expect_in_call_log(ada, Attendance::Yes);
}

TEST_F(Rules, TheHouseIsKeptAfterTheHoursThatWereSetAndARestartForgetsNothing) {
    hub_opens("2026-11-23 09:00");
    ASSERT_TRUE(server_->keep_house().value()) << "it never was before";
    app::HoursChange longer;
    longer.week.fill(app::OpeningHours{8h, 21h});
    ASSERT_TRUE(set(longer));
    stop_server();
    ASSERT_NO_FATAL_FAILURE(start_server());
    at("2026-11-23 20:05");
    EXPECT_EQ(server_->keep_house().value(), std::nullopt) << "the hub is open still";
    at("2026-11-23 21:05");
    EXPECT_TRUE(server_->keep_house().value());
}

TEST_F(Rules, AKioskThatIsAddedAfterwardsOffersTheLanguagesThatWereSet) {
    hub_opens("2026-11-23 09:00");
    ASSERT_TRUE(set(app::LanguagesChange{{"en", "pl"}}));
    const auto folder = std::filesystem::temp_directory_path() / "hub-rules-side-door";
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(server::ctl::add_kiosk(hubctl(), "side-door", folder.string()));
    std::ifstream file(folder / "kiosk.toml");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    EXPECT_NE(text.find("languages = [\"en\", \"pl\"]"), std::string::npos) << text;
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace journeys
