#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "server/settings/settings.h"

namespace {

constexpr const char* kLeast = R"(
[hub]
name = "Ardwick Green"
contracts = ["DN671065_MANCHESTER_PWB"]
%
[[hub.address]]
postcode = "M12 6JX"
[server]
names = ["hub.example"]
[case_system]
url = "https://case.example/"
token_url = "https://auth.example/oauth/token"
client_id = "hub"
)";

/// A folder with a settings file whose [hub] holds this line, and what stands beside it.
class CalendarSettings : public testing::Test {
protected:
    void SetUp() override {
        const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::temp_directory_path() / ("hub-calendar-" + name);
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
    base::Result<server::settings::Settings> with(const std::string& line) {
        std::string text = kLeast;
        text.replace(text.find('%'), 1, line);
        write("hub.toml", text);
        return server::settings::read(folder_ / "hub.toml");
    }

    std::filesystem::path folder_;
};

domain::Date date(const char* text) {
    return domain::parse_date(text).value();
}

TEST_F(CalendarSettings, NameAListOfBankHolidaysBesideThem) {
    std::filesystem::copy_file("tests/fuzz/corpus/bank_holidays_file/good_2.json", folder_ / "list.json");
    const auto settings = with("bank_holidays_file = \"list.json\"\nbank_holidays_added = [\"2026-07-01\"]");
    ASSERT_TRUE(settings) << settings.error().message;
    const auto holiday = settings->calendar.bank_holiday(date("2027-12-28"));
    ASSERT_TRUE(holiday);
    EXPECT_EQ(domain::to_text(*holiday), "Boxing Day (substitute day)");
    EXPECT_TRUE(settings->calendar.bank_holiday(date("2026-07-01")));
}

TEST_F(CalendarSettings, AreRefusedWithAListThatIsWrongOrNotThere) {
    write("list.json", R"({"scotland":{}})");
    const auto wrong = with("bank_holidays_file = \"list.json\"");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().message.find("list.json: the field england-and-wales is missing"),
              std::string::npos)
        << wrong.error().message;
    EXPECT_FALSE(with("bank_holidays_file = \"nowhere.json\""));
}

TEST_F(CalendarSettings, NameTheDaysOnWhichTheHubIsShut) {
    const auto settings = with("closed_days = [\"2026-12-24\"]");
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_TRUE(settings->calendar.is_closed(date("2026-12-24")));
    EXPECT_TRUE(settings->calendar.is_business_day(date("2026-12-24")));
    EXPECT_FALSE(with("closed_days = [\"24 December\"]"));
}

}  // namespace
