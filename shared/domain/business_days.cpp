#include <algorithm>

#include "shared/domain/calendar.h"

namespace domain {

using std::chrono::days;
using std::chrono::sys_days;

std::optional<BankHoliday> Calendar::bank_holiday(Date day) const {
    if (changes_.added.contains(day)) return BankHoliday{day, "Bank holiday", "added by the hub"};
    if (changes_.removed.contains(day)) return std::nullopt;
    if (changes_.published && changes_.published->covers(day)) {
        const auto& all = changes_.published->holidays;
        const auto found = std::lower_bound(all.begin(), all.end(), day,
                                            [](const BankHoliday& one, Date on) { return one.day < on; });
        if (found != all.end() && found->day == day) return *found;
        return std::nullopt;
    }
    const BankHoliday* by_rule = bank_holiday_by_rule(day);
    return by_rule == nullptr ? std::nullopt : std::optional(*by_rule);
}

bool Calendar::is_business_day(Date day) const {
    return !is_weekend(day) && !bank_holiday(day);
}

Date Calendar::next_business_day(Date day) const {
    // The added days are a finite set, so the search ends with it at the latest.
    Date candidate = next_day(day);
    while (!is_business_day(candidate)) candidate = next_day(candidate);
    return candidate;
}

Date Calendar::add_business_days(Date day, unsigned business_days) const {
    for (unsigned i = 0; i < business_days; ++i) day = next_business_day(day);
    return day;
}

int Calendar::business_days_between(Date from, Date to) const {
    if (to < from) return -business_days_between(to, from);
    int count = 0;
    for (Date day = from; day < to;) {
        day = next_day(day);
        count += is_business_day(day) ? 1 : 0;
    }
    return count;
}

std::optional<Date> Calendar::nth_business_day(Month month, unsigned n) const {
    const Date before = sys_days{first_day(month)} - days{1};
    const Date found = add_business_days(before, n);
    if (n == 0 || found > last_day(month)) return std::nullopt;
    return found;
}

base::Instant Calendar::business_days_after(base::Instant instant, unsigned business_days) const {
    return start_of(next_day(add_business_days(london_date(instant), business_days)));
}

base::Instant Calendar::one_business_day_after(base::Instant instant) const {
    return business_days_after(instant, 1);
}

Date Calendar::published_until() const {
    std::chrono::year last = kProclamationsUntil;
    if (changes_.published && changes_.published->first <= last + std::chrono::years{1})
        last = std::max(last, changes_.published->last);
    return last_day(last / std::chrono::December);
}

bool Calendar::ends_soon(Date today) const {
    return sys_days{today} + kCalendarWarning >= sys_days{published_until()};
}

}  // namespace domain
