#include "shared/domain/date.h"

#include <array>

namespace domain {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

std::string digits(unsigned number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace

std::string to_text(Date date) {
    return to_text(month_of(date)) + '-' + digits(static_cast<unsigned>(date.day()), 2);
}

std::string to_text(Month month) {
    return digits(static_cast<unsigned>(static_cast<int>(month.year())), 4) + '-' +
           digits(static_cast<unsigned>(month.month()), 2);
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

base::Result<Month> parse_month(std::string_view text) {
    const auto first = parse_date(std::string(text) + "-01");
    if (first) return month_of(*first);
    return base::fail(base::ErrorKind::InvalidInput, "not a month of the form 2026-11");
}

Month month_of(Date day) {
    return day.year() / day.month();
}

Date first_day(Month month) {
    return month / day{1};
}

Date last_day(Month month) {
    return month / std::chrono::last;
}

Date next_day(Date day) {
    return sys_days{day} + days{1};
}

bool is_weekend(Date day) {
    const weekday on{sys_days{day}};
    return on == std::chrono::Saturday || on == std::chrono::Sunday;
}

}  // namespace domain
