// Every bank holiday of England and Wales from 2020 to 2030, by name and date, as published or, from 2028 on,
// worked out by hand from the dates of Easter.

#include "shared/domain/bank_holidays.h"

#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/domain/calendar.h"

namespace domain {
namespace {

using Lines = std::vector<std::string>;

const std::map<int, Lines> kPublished{
    {2020,
     {"2020-01-01 New Year's Day", "2020-04-10 Good Friday", "2020-04-13 Easter Monday",
      "2020-05-08 Early May bank holiday (VE day)", "2020-05-25 Spring bank holiday",
      "2020-08-31 Summer bank holiday", "2020-12-25 Christmas Day",
      "2020-12-28 Boxing Day (substitute day)"}},
    {2021,
     {"2021-01-01 New Year's Day", "2021-04-02 Good Friday", "2021-04-05 Easter Monday",
      "2021-05-03 Early May bank holiday", "2021-05-31 Spring bank holiday", "2021-08-30 Summer bank holiday",
      "2021-12-27 Christmas Day (substitute day)", "2021-12-28 Boxing Day (substitute day)"}},
    {2022,
     {"2022-01-03 New Year's Day (substitute day)", "2022-04-15 Good Friday", "2022-04-18 Easter Monday",
      "2022-05-02 Early May bank holiday", "2022-06-02 Spring bank holiday",
      "2022-06-03 Platinum Jubilee bank holiday", "2022-08-29 Summer bank holiday",
      "2022-09-19 Bank Holiday for the State Funeral of Queen Elizabeth II", "2022-12-26 Boxing Day",
      "2022-12-27 Christmas Day (substitute day)"}},
    {2023,
     {"2023-01-02 New Year's Day (substitute day)", "2023-04-07 Good Friday", "2023-04-10 Easter Monday",
      "2023-05-01 Early May bank holiday", "2023-05-08 Bank holiday for the coronation of King Charles III",
      "2023-05-29 Spring bank holiday", "2023-08-28 Summer bank holiday", "2023-12-25 Christmas Day",
      "2023-12-26 Boxing Day"}},
    {2024,
     {"2024-01-01 New Year's Day", "2024-03-29 Good Friday", "2024-04-01 Easter Monday",
      "2024-05-06 Early May bank holiday", "2024-05-27 Spring bank holiday", "2024-08-26 Summer bank holiday",
      "2024-12-25 Christmas Day", "2024-12-26 Boxing Day"}},
    {2025,
     {"2025-01-01 New Year's Day", "2025-04-18 Good Friday", "2025-04-21 Easter Monday",
      "2025-05-05 Early May bank holiday", "2025-05-26 Spring bank holiday", "2025-08-25 Summer bank holiday",
      "2025-12-25 Christmas Day", "2025-12-26 Boxing Day"}},
    {2026,
     {"2026-01-01 New Year's Day", "2026-04-03 Good Friday", "2026-04-06 Easter Monday",
      "2026-05-04 Early May bank holiday", "2026-05-25 Spring bank holiday", "2026-08-31 Summer bank holiday",
      "2026-12-25 Christmas Day", "2026-12-28 Boxing Day (substitute day)"}},
    {2027,
     {"2027-01-01 New Year's Day", "2027-03-26 Good Friday", "2027-03-29 Easter Monday",
      "2027-05-03 Early May bank holiday", "2027-05-31 Spring bank holiday", "2027-08-30 Summer bank holiday",
      "2027-12-27 Christmas Day (substitute day)", "2027-12-28 Boxing Day (substitute day)"}},
    {2028,
     {"2028-01-03 New Year's Day (substitute day)", "2028-04-14 Good Friday", "2028-04-17 Easter Monday",
      "2028-05-01 Early May bank holiday", "2028-05-29 Spring bank holiday", "2028-08-28 Summer bank holiday",
      "2028-12-25 Christmas Day", "2028-12-26 Boxing Day"}},
    {2029,
     {"2029-01-01 New Year's Day", "2029-03-30 Good Friday", "2029-04-02 Easter Monday",
      "2029-05-07 Early May bank holiday", "2029-05-28 Spring bank holiday", "2029-08-27 Summer bank holiday",
      "2029-12-25 Christmas Day", "2029-12-26 Boxing Day"}},
    {2030,
     {"2030-01-01 New Year's Day", "2030-04-19 Good Friday", "2030-04-22 Easter Monday",
      "2030-05-06 Early May bank holiday", "2030-05-27 Spring bank holiday", "2030-08-26 Summer bank holiday",
      "2030-12-25 Christmas Day", "2030-12-26 Boxing Day"}},
};

Lines holidays_of(int year, const Calendar& calendar) {
    Lines lines;
    for (Date day = std::chrono::year{year} / 1 / 1; static_cast<int>(day.year()) == year;
         day = next_day(day)) {
        if (const auto holiday = calendar.bank_holiday(day))
            lines.push_back(to_text(holiday->day) + " " + to_text(*holiday));
    }
    return lines;
}

TEST(BankHolidaysByName, From2020To2030AreTheseOnes) {
    for (const auto& [year, lines] : kPublished) EXPECT_EQ(holidays_of(year, Calendar()), lines) << year;
}

TEST(BankHolidaysByName, GoOnByRuleForAsLongAsAnybodyLooks) {
    for (int year = 2031; year <= 2100; ++year) EXPECT_EQ(holidays_of(year, Calendar()).size(), 8U) << year;
    EXPECT_THAT(holidays_of(2033, Calendar()),
                testing::IsSupersetOf({"2033-04-15 Good Friday", "2033-12-26 Boxing Day",
                                       "2033-12-27 Christmas Day (substitute day)"}));
    EXPECT_THAT(holidays_of(2035, Calendar()),
                testing::IsSupersetOf({"2035-03-23 Good Friday", "2035-03-26 Easter Monday"}));
}

BankHoliday holiday(const char* day, const char* name) {
    return {parse_date(day).value(), name, ""};
}

std::vector<BankHoliday> eight_of(const std::string& year) {
    std::vector<BankHoliday> all;
    for (const char* day : {"-01-01", "-03-02", "-04-06", "-05-04", "-05-25", "-06-01", "-08-31", "-12-25"})
        all.push_back(holiday((year + day).c_str(), "A day"));
    return all;
}

TEST(PublishedList, StandsForTheRulesInItsYearsAndInNoOther) {
    CalendarChanges changes;
    changes.published = published_holidays(eight_of("2026")).value();
    const Calendar calendar(std::move(changes));
    EXPECT_TRUE(calendar.bank_holiday(parse_date("2026-06-01").value()));
    EXPECT_FALSE(calendar.bank_holiday(parse_date("2026-12-28").value()));
    EXPECT_EQ(holidays_of(2026, calendar).size(), 8U);
    EXPECT_EQ(holidays_of(2025, calendar), kPublished.at(2025));
    EXPECT_EQ(holidays_of(2027, calendar), kPublished.at(2027));
}

TEST(PublishedList, GivesWayToWhatStaffHaveAddedAndRemoved) {
    CalendarChanges changes;
    changes.published = published_holidays(eight_of("2026")).value();
    changes.added = {parse_date("2026-07-01").value()};
    changes.removed = {parse_date("2026-06-01").value()};
    const Calendar calendar(std::move(changes));
    EXPECT_TRUE(calendar.bank_holiday(parse_date("2026-07-01").value()));
    EXPECT_FALSE(calendar.bank_holiday(parse_date("2026-06-01").value()));
}

std::string refusal(std::vector<BankHoliday> holidays) {
    const auto taken = published_holidays(std::move(holidays));
    return taken ? "it was taken" : taken.error().message;
}

TEST(PublishedList, OfDaysThatCannotBeIsRefused) {
    EXPECT_EQ(refusal({}), "there is no bank holiday in the list");
    auto days = eight_of("2026");
    days[1].day = parse_date("2026-02-28").value();
    EXPECT_EQ(refusal(days), "2026-02-28 is a Saturday or Sunday, and no bank holiday is");
    days = eight_of("2026");
    std::swap(days[1], days[2]);
    EXPECT_EQ(refusal(days), "2026-03-02 must come after the day before it in the list");
    days = eight_of("2026");
    days[2] = days[1];
    EXPECT_EQ(refusal(days), "2026-03-02 must come after the day before it in the list");
}

TEST(PublishedList, OfAYearThatIsNotWholeIsRefused) {
    auto days = eight_of("2026");
    days.push_back(holiday("2027-01-01", "New Year's Day"));
    EXPECT_EQ(refusal(days), "the year 2027 has only 1 bank holidays; a whole year has at least 8");
    days.back() = holiday("2028-01-03", "New Year's Day");
    EXPECT_EQ(refusal(days), "the year 2027 has only 0 bank holidays; a whole year has at least 8");
}

TEST(PublishedList, MovesTheDayUntilWhichBankHolidaysAreKnown) {
    EXPECT_EQ(to_text(Calendar().published_until()), "2027-12-31");
    CalendarChanges changes;
    changes.published = published_holidays(eight_of("2026")).value();
    EXPECT_EQ(to_text(Calendar(changes).published_until()), "2027-12-31");
    changes.published->last = std::chrono::year{2029};
    EXPECT_EQ(to_text(Calendar(changes).published_until()), "2029-12-31");
    // Nothing is known of the years between.
    changes.published->first = std::chrono::year{2029};
    EXPECT_EQ(to_text(Calendar(changes).published_until()), "2027-12-31");
}

TEST(PublishedList, IsAskedForSixtyDaysBeforeTheLastOneEnds) {
    EXPECT_FALSE(Calendar().ends_soon(parse_date("2027-10-31").value()));
    EXPECT_TRUE(Calendar().ends_soon(parse_date("2027-11-01").value()));
    EXPECT_TRUE(Calendar().ends_soon(parse_date("2029-01-01").value()));
}

}  // namespace
}  // namespace domain
