#include "server/ical/calendar_file.h"

#include <algorithm>
#include <map>
#include <set>

#include "server/ical/event_words.h"
#include "server/ical/events.h"
#include "server/ical/shape.h"
#include "shared/domain/calendar.h"

namespace server::ical {
namespace {

using base::ErrorKind;
using base::fail;
using domain::Session;

/// The repetitions of each event that others stand for.
using Replaced = std::map<std::string, std::set<base::Instant>>;

/// The day by which a stamp is judged; of UTC it is London's.
domain::Date day_of(const Stamp& stamp) {
    const auto instant = stamp.is_day ? std::nullopt : instant_of(stamp);
    return instant ? domain::london_date(*instant) : stamp.day;
}

bool counts(const Reading& reading, domain::Date day) {
    return reading.first <= day && day <= reading.last;
}

bool is_over(const std::optional<Stamp>& until, const Stamp& stamp, base::Instant start) {
    if (!until) return false;
    if (until->is_day) return stamp.day > until->day;
    Stamp minute = *until;
    minute.time = std::chrono::floor<std::chrono::minutes>(until->time);
    const auto end = instant_of(minute);
    return end && start > *end + (until->time - minute.time);
}

bool is_left_out(const Event& event, const Stamp& stamp, base::Instant start) {
    return std::any_of(event.without.begin(), event.without.end(), [&](const Stamp& without) {
        return without.is_day ? without.day == stamp.day : instant_of(without) == start;
    });
}

/// When the event begins on days that count, each time.
base::Result<std::vector<base::Instant>> starts_of(const Event& event, const Reading& reading,
                                                   const Replaced& replaced) {
    Repetitions all{{*event.start}, std::nullopt};
    if (!event.repeats.empty()) all = TRY(repetitions(event.repeats, *event.start, reading.last));
    const auto others = replaced.find(event.uid);
    std::vector<base::Instant> starts;
    for (const Stamp& stamp : all.stamps) {
        const base::Instant start = TRY(checked_instant(stamp));
        const bool has_other = !event.instead && others != replaced.end() && others->second.contains(start);
        if (!counts(reading, domain::london_date(start)) || is_over(all.until, stamp, start) ||
            is_left_out(event, stamp, start) || has_other) {
            continue;
        }
        starts.push_back(start);
    }
    return starts;
}

/// How long it lasts; not checked yet.
base::Result<base::Instant::duration> length_of(const Event& event) {
    if (event.lasts) return base::Instant::duration(*event.lasts);
    if (!event.end)
        return fail(ErrorKind::InvalidInput, "it does not say when it ends (DTEND); give it an end");
    return TRY(checked_instant(*event.end)) - TRY(checked_instant(*event.start));
}

base::Result<std::vector<Session>> sessions_of(const Event& event, const Reading& reading,
                                               const Replaced& replaced) {
    if (!event.start && event.fault.empty())
        return fail(ErrorKind::InvalidInput, "it does not say when it starts (DTSTART); give it a start");
    // What lies on other days may be as it will: it is not taken in.
    if (event.start && event.repeats.empty() && !counts(reading, day_of(*event.start)))
        return std::vector<Session>{};
    if (!event.fault.empty()) return fail(ErrorKind::InvalidInput, event.fault);
    std::vector<Session> sessions;
    for (const base::Instant start : TRY(starts_of(event, reading, replaced))) {
        Session session = TRY(session_without_times(event, reading.otherwise));
        session.start = start;
        session.end = start + TRY(length_of(event));
        TRY_DONE(domain::check(session));
        sessions.push_back(std::move(session));
    }
    return sessions;
}

Replaced replaced_by(const std::vector<Event>& events) {
    Replaced replaced;
    for (const Event& one : events) {
        const auto instead = one.instead ? instant_of(*one.instead) : std::nullopt;
        if (instead) replaced[one.uid].insert(*instead);
    }
    return replaced;
}

RefusedEvent refused(std::size_t number, const Event& event, const std::string& why) {
    constexpr std::size_t kShownMax = 80;
    const std::string title = trimmed(event.title);
    return {number, domain::is_public_text(title, kShownMax) ? title : "", why};
}

}  // namespace

Reading reading_from(domain::Date today, std::optional<domain::SessionKind> otherwise) {
    return {today, std::chrono::sys_days{today} + std::chrono::days{kDaysAhead}, otherwise};
}

base::Result<CalendarFile> read_calendar(std::string_view text, const Reading& reading) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    TRY_DONE(check_shape(text));
    const std::vector<Event> events = TRY(read_events(std::string(text)));
    if (events.empty()) return fail(ErrorKind::InvalidInput, "it has no event; export it with its events");
    if (events.size() > kEventsMax)
        return fail(ErrorKind::InvalidInput, "it has more than 1,000 events; export fewer months of it");
    const Replaced replaced = replaced_by(events);
    CalendarFile file;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        auto sessions = event.is_cancelled ? std::vector<Session>{} : sessions_of(event, reading, replaced);
        if (!sessions) {
            file.refused.push_back(refused(i + 1, event, sessions.error().message));
            continue;
        }
        if (sessions->empty()) ++file.left_out;
        std::move(sessions->begin(), sessions->end(), std::back_inserter(file.sessions));
        if (file.sessions.size() > kCalendarSessionsMax)
            return fail(ErrorKind::InvalidInput, "it has more than 1,000 sessions; export fewer at a time");
    }
    return file;
}

std::string write_calendar(std::span<const Session> sessions, const std::string& hub, base::Instant now) {
    std::vector<Event> events;
    for (const Session& session : sessions) events.push_back(event_of(session));
    return write_events(events, hub, stamp_in_utc(now));
}

}  // namespace server::ical
