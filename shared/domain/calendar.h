#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "shared/base/instant.h"
#include "shared/domain/bank_holidays.h"
#include "shared/domain/date.h"

/// Days and business days of Europe/London (docs/rules.md, "The working calendar").
namespace domain {

/// The London day an instant falls on.
Date london_date(base::Instant instant);
/// The first instant of a London day. Days of 23 and 25 hours exist, so never add 24 h to mean "tomorrow".
base::Instant start_of(Date day);
/// `14:07`, the London wall clock.
std::string london_time(base::Instant instant);
/// The instant at which London clocks show this time; the earlier one when a clock change shows it twice, the
/// moment of the change when it is skipped.
base::Instant at_london_time(Date day, std::chrono::minutes since_midnight);

/// What a hub knows beyond the rules.
struct CalendarChanges {
    std::optional<PublishedHolidays> published;  ///< stands for the rules in its years
    std::set<Date> added;    ///< bank holidays that staff have added; they stand before everything else
    std::set<Date> removed;  ///< days that staff say are none any more
    std::set<Date> closed;   ///< this hub is shut; a deadline does not move for it
};

/// Which days are business days (the contract says "working days") in England and Wales: not Saturday,
/// Sunday, Christmas Day, Good Friday or a bank holiday, substitute days included.
class Calendar {
public:
    explicit Calendar(CalendarChanges changes = {}) : changes_(std::move(changes)) {}
    const CalendarChanges& changes() const { return changes_; }

    /// Lays a list as published over the rules.
    void publish(PublishedHolidays published) { changes_.published = std::move(published); }

    /// The bank holiday that is kept on this day, if any.
    std::optional<BankHoliday> bank_holiday(Date day) const;
    bool is_business_day(Date day) const;
    /// The hub itself is shut. That says nothing of deadlines.
    bool is_closed(Date day) const { return changes_.closed.contains(day); }

    /// The first business day after this day.
    Date next_business_day(Date day) const;
    /// The business day that is so many after this day, which does not count itself; the day itself for 0.
    Date add_business_days(Date day, unsigned business_days) const;
    /// How many business days come after `from` until `to`, which counts itself. Below zero when `to` is
    /// before `from`: as many as come after `to` until `from`.
    int business_days_between(Date from, Date to) const;
    /// The first business day of a month is n = 1. None when the month has fewer.
    std::optional<Date> nth_business_day(Month month, unsigned n) const;

    /// "Within N business days of X": the end of the Nth business day after the London date of X.
    base::Instant business_days_after(base::Instant instant, unsigned business_days) const;
    /// "Within one business day of X".
    base::Instant one_business_day_after(base::Instant instant) const;

    /// The last day of the last year whose bank holidays are known as published. Later days follow the rules,
    /// but a proclamation may still change them.
    Date published_until() const;
    /// It is time to bring in a newer list: published_until() is at most kCalendarWarning away.
    bool ends_soon(Date today) const;
    static constexpr std::chrono::days kCalendarWarning{60};

private:
    CalendarChanges changes_;
};

}  // namespace domain
