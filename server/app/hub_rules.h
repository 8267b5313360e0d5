#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "server/app/moment.h"
#include "shared/domain/appointment.h"
#include "shared/domain/calendar.h"

/// What the hub's rules say of one London day (docs/adr/0017-rules-change-in-the-record.md).
namespace server::app {

/// The grace of appointments that start on this day. It stands once the day has begun, so whoever came is
/// judged alike, whenever it is recorded or corrected.
std::chrono::seconds grace_on(const HubRules& rules, domain::Date day);
std::chrono::seconds grace_of(const HubRules& rules, const domain::Appointment& appointment);

/// 0 for Monday.
std::size_t weekday_of(domain::Date day);

/// The hours of this day of the week, closing days apart; none: shut.
std::optional<OpeningHours> hours_on(const HubRules& rules, domain::Date day);
/// Those for kiosks, which turn nobody away on a day on which the hub is shut: then the settings file's.
OpeningHours kiosk_hours_on(const HubRules& rules, domain::Date day);

/// Shut the whole day: closed for once, or on this day of the week.
bool is_shut(const HubRules& rules, const domain::Calendar& calendar, domain::Date day);
/// Shut at this instant.
bool is_shut_at(const HubRules& rules, const domain::Calendar& calendar, base::Instant instant);

/// The newest closing that is over.
base::Instant newest_closing(const HubRules& rules, base::Instant now);
/// When it opens on the next business day on which it is not shut. Where there is none within kOpensWithin
/// days, when it would open on the next business day.
base::Instant opens_next(const HubRules& rules, const domain::Calendar& calendar, domain::Date today);
inline constexpr int kOpensWithin = 60;

}  // namespace server::app
