#include "server/app/undo_arrival.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/app/answer_once.h"
#include "server/app/left_to_reception.h"
#include "server/app/owed_update.h"
#include "shared/base/if_found.h"

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

/// By the kiosk's boot-time clock, which nobody sets.
bool was_in_time(const protocol::UndoRequest& request) {
    const auto& [arrival, confirmed, taken_back] = request;
    return !confirmed.boot_id.empty() && confirmed.boot_id == taken_back.boot_id &&
           taken_back.since_boot >= confirmed.since_boot &&
           taken_back.since_boot - confirmed.since_boot <= kUndoWithin;
}

bool has_decision(const std::vector<AttendanceEvent>& events) {
    return std::any_of(events.begin(), events.end(),
                       [](const AttendanceEvent& one) { return one.kind == EventKind::TimeDecided; });
}

bool is_left_to_person(const std::vector<AttendanceEvent>& events, const AttendanceEvent& arrived) {
    return std::any_of(events.begin(), events.end(), [&](const AttendanceEvent& one) {
        return one.kind == EventKind::LeftToPerson && one.reason == kTakenBackLate &&
               one.appointment == arrived.appointment;
    });
}

base::Done keep(Transaction& transaction, EventKind kind, const AttendanceEvent& arrived,
                const std::string& actor, const Occasion& occasion) {
    const auto before = TRY(record_of(transaction, arrived.appointment));
    AttendanceEvent event = new_event(kind, arrived.appointment, arrived.person, occasion);
    event.arrival = arrived.arrival;
    event.actor = actor;
    if (kind == EventKind::LeftToPerson) event.reason = kTakenBackLate;
    TRY_DONE(transaction.append(event));
    const auto appointment = TRY(base::if_found(transaction.appointment(arrived.appointment)));
    return appointment ? bring_update_in_line(transaction, *appointment, before, occasion) : base::Done();
}

}  // namespace

base::Done undo_arrival(Transaction& transaction, const domain::KioskId& kiosk,
                        const protocol::UndoRequest& request, const Occasion& occasion) {
    const std::vector<AttendanceEvent> events = TRY(transaction.events_of(request.arrival));
    if (events.empty()) {
        // Somebody who was in already: nothing was recorded, and nothing is to be taken back.
        if (TRY(is_answered(transaction, request.arrival))) return {};
        return base::fail(ErrorKind::NotFound, "no such arrival is recorded");
    }
    const std::string actor = actor_of(kiosk);
    const bool proven = was_in_time(request) && !has_decision(events);
    for (const AttendanceEvent& arrived : standing(events)) {
        const bool undone = proven && arrived.actor == actor;
        if (!undone && is_left_to_person(events, arrived)) continue;
        TRY_DONE(keep(transaction, undone ? EventKind::Undone : EventKind::LeftToPerson, arrived, actor,
                      occasion));
    }
    return {};
}

}  // namespace server::app
