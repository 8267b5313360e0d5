#include "server/app/itinerary.h"

#include <algorithm>

#include "server/app/decision_event.h"

namespace server::app {
namespace {

using domain::Date;
using domain::Session;

Date days_after(Date day, unsigned days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

base::Result<std::vector<Session>> sessions_from(View& view, Date day, unsigned days) {
    return view.sessions_between(domain::start_of(day), domain::start_of(days_after(day, days)));
}

/// Whether a session of a file is there already, also where it was moved since.
bool is_the_same(const Session& there, const Session& in_file) {
    if (there.kind != in_file.kind || there.title != in_file.title) return false;
    const bool stands =
        there.start == in_file.start && there.end == in_file.end && there.room == in_file.room;
    const bool stood = there.was_start.value_or(there.start) == in_file.start &&
                       (there.was_room.empty() ? there.room : there.was_room) == in_file.room;
    return stands || stood;
}

/// The programme of a day has an end: a kiosk turns its pages.
base::Done check_room_on(View& view, Date day) {
    const auto there = TRY(sessions_from(view, day, 1));
    if (there.size() <= domain::kSessionsADayMax) return {};
    return base::fail(base::ErrorKind::InvalidInput,
                      "the programme of " + domain::to_text(day) + " is full: it has " +
                          std::to_string(domain::kSessionsADayMax) + " sessions");
}

base::Done keep(Transaction& transaction, const Session& session, ItineraryAct act, const Editing& editing) {
    TRY_DONE(transaction.put(session));
    TRY_DONE(transaction.append(ItineraryChange{base::new_uuid_at(editing.entropy, editing.now), editing.now,
                                                session.id, act, editing.who}));
    return check_room_on(transaction, domain::london_date(session.start));
}

std::string version_of(const std::string& newest_change, Date day) {
    return domain::to_text(day) + (newest_change.empty() ? "" : "." + newest_change);
}

}  // namespace

base::Result<protocol::ItineraryVersion> itinerary_version(View& view, const Moment& moment) {
    const std::string newest = TRY(view.newest_itinerary_change());
    return protocol::ItineraryVersion{version_of(newest, domain::london_date(moment.now)), moment.now};
}

base::Result<protocol::Itinerary> itinerary(View& view, const Moment& moment) {
    const Date today = domain::london_date(moment.now);
    protocol::Itinerary message;
    message.version = TRY(itinerary_version(view, moment)).version;
    message.as_of = moment.now;
    message.sessions = TRY(sessions_from(view, today, domain::kItineraryDays));
    return message;
}

base::Result<std::vector<Lacking>> lacking(View& view, Date from) {
    std::vector<Lacking> weeks;
    for (const Date day : {from, days_after(from, domain::kItineraryDays - 1)}) {
        const Date monday = domain::working_week_of(day).front();
        if (!weeks.empty() && weeks.back().monday == monday) continue;
        const auto week = TRY(sessions_from(view, monday, domain::kItineraryDays));
        weeks.push_back({monday, domain::missing_kinds(week, day)});
    }
    std::erase_if(weeks, [](const Lacking& week) { return week.kinds.empty(); });
    return weeks;
}

base::Result<Added> add_sessions(Transaction& transaction, std::vector<Session> sessions,
                                 const Editing& editing) {
    TRY_DONE(check_actor(editing.who));
    Added outcome;
    for (Session& session : sessions) {
        TRY_DONE(domain::check(session));
        const auto there = TRY(sessions_from(transaction, domain::london_date(session.start), 1));
        const bool again = std::any_of(there.begin(), there.end(),
                                       [&](const Session& one) { return is_the_same(one, session); });
        if (again) {
            ++outcome.there_already;
            continue;
        }
        session.id = domain::SessionId(base::new_uuid_at(editing.entropy, editing.now));
        TRY_DONE(keep(transaction, session, ItineraryAct::Added, editing));
        ++outcome.added;
    }
    return outcome;
}

base::Done move_session(Transaction& transaction, const domain::SessionId& id, base::Instant start,
                        base::Instant end, const std::string& room, const Editing& editing) {
    TRY_DONE(check_actor(editing.who));
    const Session was = TRY(transaction.session(id));
    const Session session = TRY(domain::moved(was, start, end, room, editing.now));
    return keep(transaction, session, ItineraryAct::Moved, editing);
}

base::Done cancel_session(Transaction& transaction, const domain::SessionId& id, const Editing& editing) {
    TRY_DONE(check_actor(editing.who));
    const Session was = TRY(transaction.session(id));
    const Session session = TRY(domain::cancelled(was, editing.now));
    return keep(transaction, session, ItineraryAct::Cancelled, editing);
}

base::Done fill_session(Transaction& transaction, const domain::SessionId& id, const Editing& editing) {
    TRY_DONE(check_actor(editing.who));
    const Session was = TRY(transaction.session(id));
    const Session session = TRY(domain::full(was, editing.now));
    return keep(transaction, session, ItineraryAct::Full, editing);
}

base::Done open_session(Transaction& transaction, const domain::SessionId& id,
                        std::optional<unsigned> places_left, const Editing& editing) {
    TRY_DONE(check_actor(editing.who));
    const Session was = TRY(transaction.session(id));
    const Session session = TRY(domain::opened(was, places_left, editing.now));
    return keep(transaction, session, ItineraryAct::Opened, editing);
}

}  // namespace server::app
