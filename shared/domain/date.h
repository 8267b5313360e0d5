#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "shared/base/result.h"

/// Days and months as words; what London makes of them is in shared/domain/calendar.h.
namespace domain {

/// A Europe/London day.
using Date = std::chrono::year_month_day;
using Month = std::chrono::year_month;

/// The years a date may lie in: those of people alive, and of instants (shared/base/instant.h).
inline constexpr std::chrono::year kFirstYear{1900};
inline constexpr std::chrono::year kLastYear{2200};

/// `2026-11-22`.
std::string to_text(Date date);
/// InvalidInput for another form, for a day that does not exist and for years outside kFirstYear to
/// kLastYear.
base::Result<Date> parse_date(std::string_view text);

/// `2026-11`.
std::string to_text(Month month);
/// InvalidInput for another form and for years outside kFirstYear to kLastYear.
base::Result<Month> parse_month(std::string_view text);

Month month_of(Date day);
Date first_day(Month month);
Date last_day(Month month);
Date next_day(Date day);
bool is_weekend(Date day);

}  // namespace domain
