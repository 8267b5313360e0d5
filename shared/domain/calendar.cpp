#include "shared/domain/calendar.h"

#include <algorithm>
#include <array>
#include <utility>

#include <date/tz.h>

namespace domain {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

const date::time_zone& london() {
    static const date::time_zone& zone = *date::locate_zone("Europe/London");
    return zone;
}

std::chrono::local_time<base::Instant::duration> london_local(base::Instant instant) {
    const auto offset = london().get_info(std::chrono::floor<seconds>(instant)).offset;
    return std::chrono::local_time<base::Instant::duration>{instant.time_since_epoch() + offset};
}

/// Gregorian Easter Sunday, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8).
sys_days easter_sunday(year of) {
    const int y = static_cast<int>(of);
    const int golden = y % 19;
    const int century = y / 100;
    const int of_century = y % 100;
    const int moon_correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int march_based = epact + to_sunday - 7 * late_moon + 114;
    return of / month{static_cast<unsigned>(march_based / 31)} /
           day{static_cast<unsigned>(march_based % 31 + 1)};
}

bool is_weekend(sys_days day) {
    const weekday on{day};
    return on == std::chrono::Saturday || on == std::chrono::Sunday;
}

/// New Year's Day, moved to the Monday when it falls on a weekend.
bool is_new_year_holiday(sys_days day, year of) {
    sys_days kept = of / std::chrono::January / 1;
    while (is_weekend(kept)) kept += days{1};
    return day == kept;
}

/// Christmas Day and Boxing Day: each of the two that falls on a weekend is kept on the next free weekday.
bool is_christmas_holiday(sys_days day, year of) {
    const sys_days christmas = of / std::chrono::December / 25;
    const sys_days boxing = christmas + days{1};
    sys_days free = christmas + days{2};
    while (is_weekend(free)) free += days{1};
    for (const sys_days feast : {christmas, boxing}) {
        if (!is_weekend(feast)) {
            if (day == feast) return true;
            continue;
        }
        if (day == free) return true;
        free += days{1};
    }
    return false;
}

/// Days moved or added by proclamation, against the rules of the Banking and Financial Dealings Act 1971.
struct Exception {
    sys_days day;
    bool is_holiday;
};
constexpr std::array kExceptions{
    Exception{year{2020} / 5 / 4, false},  // moved to the 75th anniversary of VE Day
    Exception{year{2020} / 5 / 8, true},
    Exception{year{2022} / 5 / 30, false},  // moved to the Platinum Jubilee
    Exception{year{2022} / 6 / 2, true},
    Exception{year{2022} / 6 / 3, true},   // Platinum Jubilee
    Exception{year{2022} / 9 / 19, true},  // State Funeral of Queen Elizabeth II
    Exception{year{2023} / 5 / 8, true},   // Coronation of King Charles III
};

std::string digits(unsigned number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace

std::string to_text(Date date) {
    return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
           digits(static_cast<unsigned>(date.month()), 2) + '-' +
           digits(static_cast<unsigned>(date.day()), 2);
}

base::Result<Date> parse_date(std::string_view text) {
    constexpr std::string_view kForm = "dddd-dd-dd";
    bool fits = text.size() == kForm.size();
    std::array<int, 3> parts{};
    for (std::size_t i = 0, part = 0; fits && i < kForm.size(); ++i) {
        if (kForm[i] == '-') {
            fits = text[i] == '-';
            ++part;
        } else {
            fits = text[i] >= '0' && text[i] <= '9';
            parts[part] = parts[part] * 10 + (text[i] - '0');
        }
    }
    const Date date{year{parts[0]}, month{static_cast<unsigned>(parts[1])},
                    day{static_cast<unsigned>(parts[2])}};
    if (!fits || !date.ok() || date.year() < kFirstYear || date.year() > kLastYear) {
        return base::fail(base::ErrorKind::InvalidInput, "not a date of the form 2026-11-22");
    }
    return date;
}

Date london_date(base::Instant instant) {
    const auto local_day = std::chrono::floor<days>(london_local(instant));
    return Date{sys_days{local_day.time_since_epoch()}};
}

base::Instant start_of(Date day) {
    return at_london_time(day, minutes{0});
}

Date next_day(Date day) {
    return sys_days{day} + days{1};
}

std::string london_time(base::Instant instant) {
    const auto local = london_local(instant);
    const std::chrono::hh_mm_ss time{std::chrono::floor<minutes>(local - std::chrono::floor<days>(local))};
    return digits(static_cast<unsigned>(time.hours().count()), 2) + ':' +
           digits(static_cast<unsigned>(time.minutes().count()), 2);
}

base::Instant at_london_time(Date day, minutes since_midnight) {
    const date::local_seconds local{sys_days{day}.time_since_epoch() + since_midnight};
    const date::local_info info = london().get_info(local);
    if (info.result == date::local_info::nonexistent) return info.first.end;
    return base::Instant{local.time_since_epoch() - info.first.offset};
}

Calendar::Calendar(std::set<Date> added, std::set<Date> removed)
    : added_(std::move(added)), removed_(std::move(removed)) {}

bool Calendar::is_bank_holiday(Date date) const {
    const sys_days day{date};
    if (added_.contains(date)) return true;
    if (removed_.contains(date)) return false;
    for (const Exception& exception : kExceptions) {
        if (exception.day == day) return exception.is_holiday;
    }
    const year of = date.year();
    const sys_days easter = easter_sunday(of);
    if (day == easter - days{2} || day == easter + days{1}) return true;
    if (is_new_year_holiday(day, of) || is_christmas_holiday(day, of)) return true;
    return day == sys_days{of / std::chrono::May / std::chrono::Monday[1]} ||
           day == sys_days{of / std::chrono::May / std::chrono::Monday[last]} ||
           day == sys_days{of / std::chrono::August / std::chrono::Monday[last]};
}

bool Calendar::is_business_day(Date day) const {
    return !is_weekend(sys_days{day}) && !is_bank_holiday(day);
}

Date Calendar::next_business_day(Date day) const {
    // The added days are a finite set, so the search ends with it at the latest.
    Date candidate = next_day(day);
    while (!is_business_day(candidate)) candidate = next_day(candidate);
    return candidate;
}

base::Instant Calendar::one_business_day_after(base::Instant instant) const {
    return start_of(next_day(next_business_day(london_date(instant))));
}

}  // namespace domain
