#include "shared/protocol/bank_holidays_file.h"

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace {

std::string file(const std::string& name) {
    std::ifstream in("tests/fuzz/corpus/bank_holidays_file/" + name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string refusal(const std::string& name) {
    const auto read = protocol::decode_bank_holidays_file(file(name));
    return read ? "it was taken" : read.error().message;
}

TEST(BankHolidaysFile, HoldsTheDaysOfEnglandAndWalesAlone) {
    const auto read = protocol::decode_bank_holidays_file(file("good_2.json"));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(static_cast<int>(read->first), 2026);
    EXPECT_EQ(static_cast<int>(read->last), 2027);
    ASSERT_EQ(read->holidays.size(), 16U);
    EXPECT_EQ(domain::to_text(read->holidays[7]), "Boxing Day (substitute day)");
    EXPECT_EQ(domain::to_text(read->holidays[7].day), "2026-12-28");
    for (const auto& holiday : read->holidays) EXPECT_NE(domain::to_text(holiday.day), "2026-11-30");
}

TEST(BankHolidaysFile, ARefusalNamesWhatIsWrongAndWhere) {
    EXPECT_EQ(refusal("bad_date.json"),
              "the field england-and-wales.events[3].date must be a day such as 2026-11-22");
    EXPECT_EQ(refusal("bad_no_title.json"),
              "the field england-and-wales.events[3].title must be a text without "
              "line breaks, of at most 200 bytes");
    EXPECT_EQ(refusal("bad_no_england.json"), "the field england-and-wales is missing");
    EXPECT_EQ(refusal("bad_other_division.json"),
              "the field england-and-wales.division must be england-and-wales");
    EXPECT_EQ(refusal("bad_saturday.json"), "2026-12-26 is a Saturday or Sunday, and no bank holiday is");
    EXPECT_EQ(refusal("bad_year_not_whole.json"),
              "the year 2026 has only 7 bank holidays; a whole year has at least 8");
    EXPECT_EQ(refusal("bad_backwards.json"), "2026-12-25 must come after the day before it in the list");
}

TEST(BankHolidaysFile, OfWhatTheRulesSayIsReadAgainAsItWas) {
    const auto read = protocol::decode_bank_holidays_file(file("good_2.json")).value();
    EXPECT_EQ(protocol::decode_bank_holidays_file(protocol::encode_bank_holidays_file(read)).value(), read);
}

}  // namespace
