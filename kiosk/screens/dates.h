#pragma once

#include <locale>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/calendar.h"

namespace kiosk::screens {

/// Days in the words of one language, by ICU: always of the Gregorian calendar and in Latin digits, whatever
/// is usual there, so that screens, letters and clocks of the hub agree.
class Dates {
public:
    /// `locale` is a POSIX name such as `fa_IR`.
    explicit Dates(std::string_view locale) : name_(locale) {}

    /// The day by a pattern of strftime, of which %A (weekday), %B (month) and %e (day) are used.
    std::string say(const std::string& pattern, domain::Date day) const;

private:
    std::string name_;
    mutable std::optional<std::locale> locale_;  ///< made when the first day is said: it takes a while
};

}  // namespace kiosk::screens
