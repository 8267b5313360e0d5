#include "shared/domain/itinerary.h"

#include <algorithm>

namespace domain {
namespace {

base::Result<Session> changed(Session session, SessionState state, base::Instant now) {
    if (session.state == SessionState::Cancelled) {
        return base::fail(base::ErrorKind::Conflict, "the session is cancelled; add a new one instead");
    }
    session.state = state;
    session.changed_at = now;
    return session;
}

}  // namespace

bool is_moved(const Session& session) {
    return session.was_start || !session.was_room.empty();
}

base::Result<Session> moved(Session session, base::Instant start, base::Instant end, std::string room,
                            base::Instant now) {
    if (session.start == start && session.end == end && session.room == room) {
        return base::fail(base::ErrorKind::Conflict, "the session is at that time and place already");
    }
    // A session moved twice still says where it was at first: that is where people look for it.
    if (session.start != start && !session.was_start) session.was_start = session.start;
    if (session.room != room && session.was_room.empty()) session.was_room = session.room;
    if (session.was_start == start) session.was_start.reset();
    if (session.was_room == room) session.was_room.clear();
    session.start = start;
    session.end = end;
    session.room = std::move(room);
    const bool is_full = session.state == SessionState::Full;
    Session made = TRY(changed(std::move(session), is_full ? SessionState::Full : SessionState::Moved, now));
    TRY_DONE(check(made));
    return made;
}

base::Result<Session> cancelled(Session session, base::Instant now) {
    return changed(std::move(session), SessionState::Cancelled, now);
}

base::Result<Session> full(Session session, base::Instant now) {
    if (session.state == SessionState::Full) {
        return base::fail(base::ErrorKind::Conflict, "the session is full already");
    }
    session.places_left = 0;
    return changed(std::move(session), SessionState::Full, now);
}

base::Result<Session> opened(Session session, std::optional<unsigned> places_left, base::Instant now) {
    if (session.state != SessionState::Full) {
        return base::fail(base::ErrorKind::Conflict, "the session is not full");
    }
    session.places_left = places_left;
    session.state = is_moved(session) ? SessionState::Moved : SessionState::Planned;
    session.changed_at = is_moved(session) ? std::optional(now) : std::nullopt;
    TRY_DONE(check(session));
    return session;
}

bool stands_on(const Session& session, Date day) {
    if (london_date(session.start) == day) return true;
    return session.was_start && london_date(*session.was_start) == day;
}

std::array<Date, 5> working_week_of(Date day) {
    using std::chrono::days;
    const std::chrono::sys_days given{day};
    const std::chrono::weekday weekday{given};
    const std::chrono::sys_days monday = given - (weekday - std::chrono::Monday);
    return {monday, monday + days{1}, monday + days{2}, monday + days{3}, monday + days{4}};
}

std::vector<SessionKind> missing_kinds(std::span<const Session> sessions, Date day) {
    const auto week = working_week_of(day);
    std::vector<SessionKind> missing;
    for (const SessionKind kind : kSessionKinds) {
        const bool there = std::any_of(sessions.begin(), sessions.end(), [&](const Session& session) {
            return session.kind == kind && session.state != SessionState::Cancelled &&
                   std::find(week.begin(), week.end(), london_date(session.start)) != week.end();
        });
        if (!there) missing.push_back(kind);
    }
    return missing;
}

std::vector<Date> days_shown(std::span<const Session> sessions, Date today) {
    std::vector<Date> shown;
    Date day = today;
    for (unsigned i = 0; i < kItineraryDays; ++i, day = next_day(day)) {
        const bool is_on = std::any_of(sessions.begin(), sessions.end(),
                                       [&](const Session& session) { return stands_on(session, day); });
        if (i == 0 || !is_weekend(day) || is_on) shown.push_back(day);
    }
    return shown;
}

bool is_for(const Session& session, Audience audience) {
    return audience == Audience::Everyone || session.audience == Audience::Everyone ||
           session.audience == audience;
}

std::vector<Session> sessions_on(std::span<const Session> sessions, Date day, Audience audience) {
    std::vector<Session> found;
    for (const Session& session : sessions) {
        if (stands_on(session, day) && is_for(session, audience)) found.push_back(session);
    }
    const auto place = [day](const Session& session) {
        return london_date(session.start) == day ? session.start : session.was_start.value_or(session.start);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Session& a, const Session& b) { return place(a) < place(b); });
    return found;
}

const std::string& title_in(const Session& session, std::string_view language) {
    for (const TitleIn& title : session.titles) {
        if (title.language == language) return title.text;
    }
    return session.title;
}

}  // namespace domain
