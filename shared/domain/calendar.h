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

/// `2026-11-22`.
std::string to_text(Date date);
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
/// bank holiday (substitute days included). Valid for 2020 to 2035.
class Calendar {
public:
    /// The bundled rules and exceptions, with this hub's own closing or working days laid over them.
    explicit Calendar(std::set<Date> extra_holidays = {}, std::set<Date> extra_business_days = {});

    bool is_bank_holiday(Date day) const;
    bool is_business_day(Date day) const;
    /// The first business day after this day.
    Date next_business_day(Date day) const;
    /// "Within one business day of X": the end of the next business day after the London date of X.
    base::Instant one_business_day_after(base::Instant instant) const;

private:
    std::set<Date> extra_holidays_;
    std::set<Date> extra_business_days_;
};

}  // namespace domain
