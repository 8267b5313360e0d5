#include "shared/domain/calendar.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

base::Instant at(std::string_view text) {
    return base::parse_instant(text).value();
}
Date date(std::string_view text) {
    return parse_date(text).value();
}

TEST(BusinessDays, LeaveOutWeekendsAndBankHolidays) {
    const Calendar calendar;
    EXPECT_TRUE(calendar.is_business_day(date("2026-12-24")));
    EXPECT_FALSE(calendar.is_business_day(date("2026-12-25")));
    EXPECT_FALSE(calendar.is_business_day(date("2026-12-26")));
    EXPECT_FALSE(calendar.is_business_day(date("2026-12-28")));
    EXPECT_TRUE(calendar.is_business_day(date("2026-12-29")));
    EXPECT_EQ(to_text(calendar.next_business_day(date("2026-12-24"))), "2026-12-29");
    EXPECT_EQ(to_text(calendar.next_business_day(date("2027-03-25"))), "2027-03-30");
    EXPECT_EQ(to_text(calendar.next_business_day(date("2026-12-31"))), "2027-01-04");
}

TEST(BusinessDays, FollowWhatStaffHaveAddedAndRemoved) {
    CalendarChanges changes;
    changes.added = {date("2026-11-24")};
    changes.removed = {date("2026-12-25")};
    const Calendar calendar(std::move(changes));
    EXPECT_TRUE(calendar.bank_holiday(date("2026-11-24")));
    EXPECT_FALSE(calendar.is_business_day(date("2026-11-24")));
    EXPECT_FALSE(calendar.bank_holiday(date("2026-12-25")));
    EXPECT_TRUE(calendar.is_business_day(date("2026-12-25")));
    EXPECT_EQ(calendar.one_business_day_after(at("2026-11-23T10:00:00Z")), at("2026-11-26T00:00:00Z"));
}

TEST(OneBusinessDayAfter, EndsWithTheNextBusinessDay) {
    const Calendar calendar;
    // A Monday afternoon: to the end of Tuesday.
    EXPECT_EQ(base::to_text(calendar.one_business_day_after(at("2026-11-23T14:00:00Z"))),
              "2026-11-25T00:00:00Z");
    // A Friday and a Saturday: to the end of Monday.
    EXPECT_EQ(base::to_text(calendar.one_business_day_after(at("2026-11-27T14:00:00Z"))),
              "2026-12-01T00:00:00Z");
    EXPECT_EQ(base::to_text(calendar.one_business_day_after(at("2026-11-28T14:00:00Z"))),
              "2026-12-01T00:00:00Z");
    // Christmas Eve 2026: over Christmas, the weekend and Boxing Day's substitute.
    EXPECT_EQ(base::to_text(calendar.one_business_day_after(at("2026-12-24T10:00:00Z"))),
              "2026-12-30T00:00:00Z");
    // Maundy Thursday 2027: over Easter and the change to summer time.
    EXPECT_EQ(base::to_text(calendar.one_business_day_after(at("2027-03-25T10:00:00Z"))),
              "2027-03-30T23:00:00Z");
}

TEST(OneBusinessDayAfter, CountsFromTheLondonDate) {
    const Calendar calendar;
    // 23:30 UTC on a Monday in July is already Tuesday in London.
    EXPECT_EQ(base::to_text(calendar.one_business_day_after(at("2026-07-06T23:30:00Z"))),
              "2026-07-08T23:00:00Z");
}

TEST(LondonDays, TurnAtMidnightInSummerTime) {
    EXPECT_EQ(to_text(london_date(at("2026-07-06T22:59:59.999999Z"))), "2026-07-06");
    EXPECT_EQ(to_text(london_date(at("2026-07-06T23:00:00Z"))), "2026-07-07");
    EXPECT_EQ(london_time(at("2026-07-06T23:00:00Z")), "00:00");
    EXPECT_EQ(to_text(london_date(at("2026-11-22T23:59:59Z"))), "2026-11-22");
    EXPECT_EQ(london_time(at("2026-11-22T14:07:59Z")), "14:07");
}

TEST(LondonDays, Have25HoursWhenClocksGoBackAnd23WhenTheyGoForward) {
    const Date autumn = date("2026-10-25");
    EXPECT_EQ(base::to_text(start_of(autumn)), "2026-10-24T23:00:00Z");
    EXPECT_EQ(start_of(next_day(autumn)) - start_of(autumn), hours{25});
    const Date spring = date("2027-03-28");
    EXPECT_EQ(base::to_text(start_of(spring)), "2027-03-28T00:00:00Z");
    EXPECT_EQ(start_of(next_day(spring)) - start_of(spring), hours{23});
}

TEST(LondonTimes, ShownTwiceMeanTheEarlierAndSkippedOnesTheChange) {
    EXPECT_EQ(base::to_text(at_london_time(date("2026-10-25"), minutes{90})), "2026-10-25T00:30:00Z");
    EXPECT_EQ(base::to_text(at_london_time(date("2026-10-25"), hours{2})), "2026-10-25T02:00:00Z");
    EXPECT_EQ(base::to_text(at_london_time(date("2027-03-28"), minutes{90})), "2027-03-28T01:00:00Z");
    EXPECT_EQ(base::to_text(at_london_time(date("2027-03-28"), hours{9})), "2027-03-28T08:00:00Z");
}

TEST(LondonTimes, AreKnownForAClockThatWokeIn1970) {
    // London kept UTC+1 all year from 1968 to 1971.
    EXPECT_EQ(to_text(london_date(base::Instant{})), "1970-01-01");
    EXPECT_EQ(london_time(base::Instant{}), "01:00");
}

TEST(Dates, AreReadInOneFormOnly) {
    EXPECT_EQ(to_text(date("1984-02-29")), "1984-02-29");
    for (const char* wrong : {"", "2026-1-01", "2026-13-01", "2026-02-29", "2026-11-22 ", "2026/11/22",
                              "1899-12-31", "2201-01-01", "20261-1-22", "-026-11-22"}) {
        EXPECT_FALSE(parse_date(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace domain
