#pragma once

#include <chrono>
#include <set>
#include <string>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/base/result.h"

/// Days and business days of Europe/London (docs/rules.md, "The working calendar").
namespace domain {

/// A Europe/London day.
using Date = std::chrono::year_month_day;

/// The years a date may lie in: those of people alive, and of instants (shared/base/instant.h).
inline constexpr std::chrono::year kFirstYear{1900};
inline constexpr std::chrono::year kLastYear{2200};

/// `2026-11-22`.
std::string to_text(Date date);
/// InvalidInput for another form, for a day that does not exist and for years outside kFirstYear to
/// kLastYear.
base::Result<Date> parse_date(std::string_view text);

/// The London day an instant falls on.
Date london_date(base::Instant instant);
/// The first instant of a London day. Days of 23 and 25 hours exist, so never add 24 h to mean "tomorrow".
base::Instant start_of(Date day);
Date next_day(Date day);
/// `14:07`, the London wall clock.
std::string london_time(base::Instant instant);
/// The instant at which London clocks show this time; the earlier one when a clock change shows it twice, the
/// moment of the change when it is skipped.
base::Instant at_london_time(Date day, std::chrono::minutes since_midnight);

/// Which days are business days in England and Wales: not Saturday, Sunday, Christmas Day, Good Friday or a
/// bank holiday (substitute days included). The rules hold for any year; days that were moved or added by
/// proclamation are listed from 2020 on.
class Calendar {
public:
    /// The last year for which the published list of bank holidays is taken in. Later years follow the rules,
    /// but a proclamation may still change them.
    static constexpr std::chrono::year kPublishedUntil{2027};

    /// The bundled rules and exceptions, with what was proclaimed since laid over them: bank holidays that
    /// staff have added, and days that are none any more. A day on which a hub is shut is neither: it moves
    /// no deadline.
    explicit Calendar(std::set<Date> added = {}, std::set<Date> removed = {});

    /// On the day it is kept: when Christmas Day falls on a Saturday, the bank holiday is the Monday.
    bool is_bank_holiday(Date day) const;
    bool is_business_day(Date day) const;
    /// The first business day after this day.
    Date next_business_day(Date day) const;
    /// "Within one business day of X": the end of the next business day after the London date of X.
    base::Instant one_business_day_after(base::Instant instant) const;

private:
    std::set<Date> added_;
    std::set<Date> removed_;
};

}  // namespace domain
