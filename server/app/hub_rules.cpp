#include "server/app/hub_rules.h"

#include <iterator>

namespace server::app {

using domain::Date;
using std::chrono::days;
using std::chrono::sys_days;

std::chrono::seconds grace_on(const HubRules& rules, Date day) {
    const auto later = rules.grace_from.upper_bound(day);
    return later == rules.grace_from.begin() ? rules.grace : std::prev(later)->second;
}

std::chrono::seconds grace_of(const HubRules& rules, const domain::Appointment& appointment) {
    return grace_on(rules, domain::london_date(appointment.start));
}

std::size_t weekday_of(Date day) {
    return std::chrono::weekday{sys_days{day}}.iso_encoding() - 1;
}

std::optional<OpeningHours> hours_on(const HubRules& rules, Date day) {
    if (!rules.week) return OpeningHours{rules.opens_at, rules.closes_at};
    return rules.week->at(weekday_of(day));
}

OpeningHours kiosk_hours_on(const HubRules& rules, Date day) {
    return hours_on(rules, day).value_or(OpeningHours{rules.opens_at, rules.closes_at});
}

bool is_shut(const HubRules& rules, const domain::Calendar& calendar, Date day) {
    return calendar.is_closed(day) || !hours_on(rules, day);
}

bool is_shut_at(const HubRules& rules, const domain::Calendar& calendar, base::Instant instant) {
    const Date day = domain::london_date(instant);
    if (is_shut(rules, calendar, day)) return true;
    const OpeningHours hours = kiosk_hours_on(rules, day);
    return instant < domain::at_london_time(day, hours.opens) ||
           instant >= domain::at_london_time(day, hours.closes);
}

base::Instant newest_closing(const HubRules& rules, base::Instant now) {
    const Date today = domain::london_date(now);
    const base::Instant closes = domain::at_london_time(today, kiosk_hours_on(rules, today).closes);
    if (closes <= now) return closes;
    const Date before = sys_days{today} - days{1};
    return domain::at_london_time(before, kiosk_hours_on(rules, before).closes);
}

base::Instant opens_next(const HubRules& rules, const domain::Calendar& calendar, Date today) {
    const Date next = calendar.next_business_day(today);
    Date day = next;
    for (int looked = 0; looked < kOpensWithin && is_shut(rules, calendar, day); ++looked)
        day = calendar.next_business_day(day);
    if (is_shut(rules, calendar, day)) day = next;
    return domain::at_london_time(day, kiosk_hours_on(rules, day).opens);
}

}  // namespace server::app
