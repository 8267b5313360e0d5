#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/date.h"

/// The bank holidays of England and Wales (docs/rules.md, "The working calendar").
namespace domain {

/// On the day it is kept: when Christmas Day falls on a Saturday, the bank holiday is the Monday.
struct BankHoliday {
    Date day{};
    std::string name;  ///< such as `Good Friday`
    std::string note;  ///< such as kSubstituteDay; mostly empty

    bool operator==(const BankHoliday&) const = default;
};
inline constexpr const char* kSubstituteDay = "Substitute day";

/// `Boxing Day (substitute day)`, for people to read.
std::string to_text(const BankHoliday& holiday);

/// By the rules of the Banking and Financial Dealings Act 1971, with the days that were moved or added by
/// proclamation from 2020 to kProclamationsUntil; none when the day is no bank holiday, or its year is not
/// one of kFirstYear to kLastYear. What is pointed to lives as long as the program.
const BankHoliday* bank_holiday_by_rule(Date day);

/// The last year whose published list these rules were compared with. A later year may still be changed.
inline constexpr std::chrono::year kProclamationsUntil{2027};

/// A list as it was published for some whole years.
struct PublishedHolidays {
    std::chrono::year first{};          ///< the first whole year
    std::chrono::year last{};           ///< the last one
    std::vector<BankHoliday> holidays;  ///< by day

    bool covers(Date day) const { return day.year() >= first && day.year() <= last; }
    bool operator==(const PublishedHolidays&) const = default;
};

/// A year with fewer is not whole: there are eight by rule, and none was ever dropped without another.
inline constexpr int kHolidaysOfYearMin = 8;

/// InvalidInput, naming the day or the year, unless every day is a weekday after the one before it and no
/// year between the first and the last has fewer than kHolidaysOfYearMin.
base::Result<PublishedHolidays> published_holidays(std::vector<BankHoliday> holidays);

}  // namespace domain
