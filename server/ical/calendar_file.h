#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/itinerary.h"

/// The itinerary as other programs' calendars have it: RFC 5545, times of Europe/London.
namespace server::ical {

inline constexpr std::size_t kCalendarBytesMax = 1024 * 1024;
inline constexpr std::size_t kEventsMax = 1000;
/// Sessions that one file may add, repetitions written out.
inline constexpr std::size_t kCalendarSessionsMax = 1000;
/// A session that repeats without an end is planned no further.
inline constexpr unsigned kDaysAhead = 91;

/// What is read of a file: the days that count, and what events that do not say it are.
struct Reading {
    domain::Date first{};
    domain::Date last{};                           ///< counts itself
    std::optional<domain::SessionKind> otherwise;  ///< kind of events without one; none: they are refused
};
/// From this day on, kDaysAhead of them.
Reading reading_from(domain::Date today, std::optional<domain::SessionKind> otherwise);

/// An event that cannot be a session.
struct RefusedEvent {
    std::size_t number = 0;  ///< its place among the events of the file, from 1
    std::string title;       ///< as it stands there; empty where that is no plain text
    std::string why;         ///< what is wrong and what to do, as a part of a sentence; nothing of the file

    bool operator==(const RefusedEvent&) const = default;
};

struct CalendarFile {
    std::vector<domain::Session> sessions;  ///< planned, without an id; each keeps domain::check()
    std::vector<RefusedEvent> refused;
    std::size_t left_out = 0;  ///< events that are cancelled, or have nothing on the days that count
};

/// InvalidInput when it is no whole calendar, too long, or has no event or too many; the message says what to
/// do and repeats nothing of the file. Properties that say nothing of a session are passed over.
base::Result<CalendarFile> read_calendar(std::string_view text, const Reading& reading);

/// A calendar with an event for each session, what only a hub knows of it in properties `X-HUB-...`. A
/// cancelled one is there as cancelled, a moved one where it is now.
std::string write_calendar(std::span<const domain::Session> sessions, const std::string& hub,
                           base::Instant now);

}  // namespace server::ical
