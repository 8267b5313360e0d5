#include "server/app/undo_arrival.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/app/owed_update.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::AttendanceEvent;
using domain::EventKind;

/// The events of an arrival that still stand: recorded, and not undone after it.
std::vector<AttendanceEvent> standing(const std::vector<AttendanceEvent>& events) {
    std::vector<AttendanceEvent> out;
    for (const AttendanceEvent& event : events) {
        if (event.kind == EventKind::Arrived || event.kind == EventKind::CameAfterEnd) out.push_back(event);
        if (event.kind != EventKind::Undone) continue;
        std::erase_if(out, [&](const AttendanceEvent& one) { return one.appointment == event.appointment; });
    }
    return out;
}

base::Done check(const std::vector<AttendanceEvent>& events, const std::vector<AttendanceEvent>& to_undo,
                 const std::string& actor, base::Instant now) {
    const bool decided = std::any_of(events.begin(), events.end(), [](const AttendanceEvent& one) {
        return one.kind == EventKind::TimeDecided;
    });
    if (decided) return base::fail(ErrorKind::Conflict, "staff have decided on this arrival");
    for (const AttendanceEvent& event : to_undo) {
        if (event.actor != actor) {
            return base::fail(ErrorKind::Conflict, "this arrival was not recorded at this kiosk");
        }
        if (now - event.recorded_at > kUndoWithin) {
            return base::fail(ErrorKind::Conflict, "it is too late to take this arrival back at the kiosk");
        }
    }
    return {};
}

base::Done undo_one(Transaction& transaction, const AttendanceEvent& arrived, const Occasion& occasion) {
    const auto before = TRY(record_of(transaction, arrived.appointment));
    AttendanceEvent event = new_event(EventKind::Undone, arrived.appointment, arrived.person, occasion);
    event.arrival = arrived.arrival;
    event.actor = arrived.actor;
    TRY_DONE(transaction.append(event));
    const auto appointment = transaction.appointment(arrived.appointment);
    if (!appointment && appointment.error().kind == ErrorKind::NotFound) return {};
    return bring_update_in_line(transaction, TRY(appointment), before, occasion);
}

}  // namespace

base::Done undo_arrival(Transaction& transaction, const domain::KioskId& kiosk,
                        const protocol::UndoRequest& request, const Occasion& occasion) {
    const std::vector<AttendanceEvent> events = TRY(transaction.events_of(request.arrival));
    if (events.empty()) return base::fail(ErrorKind::NotFound, "no such arrival is recorded");
    const std::vector<AttendanceEvent> to_undo = standing(events);
    TRY_DONE(check(events, to_undo, actor_of(kiosk), occasion.moment.now));
    for (const AttendanceEvent& event : to_undo) TRY_DONE(undo_one(transaction, event, occasion));
    return {};
}

}  // namespace server::app
