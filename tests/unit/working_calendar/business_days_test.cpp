#include <array>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "shared/domain/calendar.h"

namespace domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

Date date(std::string_view text) {
    return parse_date(text).value();
}

/// The 16th business day of each month, worked out once by another program from the published bank holidays.
struct Year {
    int year;
    std::array<unsigned, 12> day;
};
constexpr std::array kSixteenth{
    Year{2023, {24, 22, 22, 26, 24, 22, 24, 22, 22, 23, 22, 22}},
    Year{2024, {23, 22, 22, 23, 23, 24, 22, 22, 23, 22, 22, 23}},
    Year{2025, {23, 24, 24, 24, 23, 23, 22, 22, 22, 22, 24, 22}},
    Year{2026, {23, 23, 23, 24, 26, 22, 22, 24, 22, 22, 23, 22}},
    Year{2027, {25, 22, 22, 22, 25, 22, 22, 23, 22, 22, 22, 22}},
    Year{2028, {25, 22, 22, 26, 23, 22, 24, 22, 22, 23, 22, 22}},
    Year{2029, {23, 22, 22, 24, 23, 22, 23, 22, 24, 22, 22, 24}},
    Year{2030, {23, 22, 22, 24, 23, 24, 22, 22, 23, 22, 22, 23}},
};

TEST(SixteenthBusinessDay, OfEveryMonthFrom2023To2030IsInThisTable) {
    const Calendar calendar;
    for (const Year& row : kSixteenth) {
        for (unsigned month = 1; month <= 12; ++month) {
            const Month of = std::chrono::year{row.year} / std::chrono::month{month};
            EXPECT_EQ(calendar.nth_business_day(of, 16), Date(of / std::chrono::day{row.day[month - 1]}))
                << to_text(of);
        }
    }
}

TEST(NthBusinessDay, BeginsWithOneAndEndsWithTheMonth) {
    const Calendar calendar;
    const Month december = std::chrono::year{2026} / 12;
    EXPECT_EQ(calendar.nth_business_day(december, 1), date("2026-12-01"));
    EXPECT_EQ(calendar.nth_business_day(december, 21), date("2026-12-31"));
    EXPECT_EQ(calendar.nth_business_day(december, 22), std::nullopt);
    EXPECT_EQ(calendar.nth_business_day(december, 0), std::nullopt);
}

TEST(AddBusinessDays, DoesNotCountTheDayItself) {
    const Calendar calendar;
    EXPECT_EQ(calendar.add_business_days(date("2026-11-02"), 10), date("2026-11-16"));
    EXPECT_EQ(calendar.add_business_days(date("2026-11-07"), 1), date("2026-11-09"));
    EXPECT_EQ(calendar.add_business_days(date("2026-12-24"), 5), date("2027-01-05"));
    EXPECT_EQ(calendar.add_business_days(date("2026-11-07"), 0), date("2026-11-07"));
}

TEST(BusinessDaysBetween, CountTheLastDayAndNotTheFirst) {
    const Calendar calendar;
    EXPECT_EQ(calendar.business_days_between(date("2026-11-02"), date("2026-11-02")), 0);
    EXPECT_EQ(calendar.business_days_between(date("2026-11-02"), date("2026-11-03")), 1);
    EXPECT_EQ(calendar.business_days_between(date("2026-11-06"), date("2026-11-08")), 0);
    EXPECT_EQ(calendar.business_days_between(date("2026-12-24"), date("2027-01-04")), 4);
    EXPECT_EQ(calendar.business_days_between(date("2027-01-04"), date("2026-12-24")), -4);
}

TEST(BusinessDaysAfter, EndWithTheNthBusinessDayOnLondonsClock) {
    const Calendar calendar;
    const auto at = [](const char* text) {
        return base::parse_instant(text).value();
    };
    // 23:30 UTC on Monday 12 October 2026 is Tuesday in London; ten days on, the clocks have gone back.
    EXPECT_EQ(base::to_text(calendar.business_days_after(at("2026-10-12T23:30:00Z"), 10)),
              "2026-10-28T00:00:00Z");
    EXPECT_EQ(base::to_text(calendar.business_days_after(at("2026-10-12T22:30:00Z"), 10)),
              "2026-10-27T00:00:00Z");
}

TEST(ClosedDays, MoveNoDeadline) {
    CalendarChanges changes;
    changes.closed = {date("2026-11-24")};
    const Calendar calendar(std::move(changes));
    EXPECT_TRUE(calendar.is_closed(date("2026-11-24")));
    EXPECT_FALSE(calendar.is_closed(date("2026-11-25")));
    EXPECT_EQ(calendar.next_business_day(date("2026-11-23")), date("2026-11-24"));
}

/// Days from 2020 to 2045, with some added and removed by staff.
class AnyDays : public testing::TestWithParam<unsigned> {
protected:
    Date any_day() { return sys_days{date("2020-01-01")} + days{chance_() % 9'000}; }
    std::mt19937 chance_{GetParam()};
    Calendar calendar_{[this] {
        CalendarChanges changes;
        for (int i = 0; i < 20; ++i) changes.added.insert(any_day());
        for (int i = 0; i < 500; ++i) changes.removed.insert(any_day());
        return changes;
    }()};
};

TEST_P(AnyDays, AddingAndCountingUndoEachOther) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    for (int i = 0; i < 20; ++i) {
        const Date from = any_day();
        const unsigned n = chance_() % 40;
        const Date to = calendar_.add_business_days(from, n);
        EXPECT_EQ(calendar_.business_days_between(from, to), static_cast<int>(n)) << to_text(from);
        EXPECT_TRUE(n == 0 || calendar_.is_business_day(to)) << to_text(from) << " + " << n;
    }
}

TEST_P(AnyDays, CountingGoesOnWhereItStoppedAndBackwardsIsBelowZero) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    const Date a = any_day();
    const Date b = sys_days{a} + days{chance_() % 90};
    const Date c = sys_days{b} - days{chance_() % 120};
    EXPECT_EQ(calendar_.business_days_between(a, b) + calendar_.business_days_between(b, c),
              calendar_.business_days_between(a, c));
    EXPECT_EQ(calendar_.business_days_between(c, a), -calendar_.business_days_between(a, c));
}

TEST_P(AnyDays, TheNthOfAMonthIsTheNthThatIsCountedFromItsBegin) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    const Month month = month_of(any_day());
    unsigned n = 0;
    for (Date day = first_day(month); day <= last_day(month); day = next_day(day)) {
        if (!calendar_.is_business_day(day)) continue;
        EXPECT_EQ(calendar_.nth_business_day(month, ++n), day);
    }
    EXPECT_EQ(calendar_.nth_business_day(month, n + 1), std::nullopt);
}

TEST_P(AnyDays, NoBusinessDayLiesBeforeTheNextOne) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    const Date from = any_day();
    const Date next = calendar_.next_business_day(from);
    EXPECT_GT(next, from);
    EXPECT_TRUE(calendar_.is_business_day(next));
    for (Date day = next_day(from); day < next; day = next_day(day))
        EXPECT_FALSE(calendar_.is_business_day(day)) << to_text(day);
}

INSTANTIATE_TEST_SUITE_P(BusinessDays, AnyDays, testing::Range(1U, 201U));

}  // namespace
}  // namespace domain
