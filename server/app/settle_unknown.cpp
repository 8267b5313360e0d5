#include "server/app/settle_unknown.h"

#include <algorithm>

#include "server/app/decision_event.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using domain::AttendanceEvent;
using domain::EventKind;

bool is_arrival(const AttendanceEvent& event) {
    return event.kind == EventKind::Arrived || event.kind == EventKind::CameAfterEnd;
}

tl::unexpected<base::Error> not_there() {
    return base::fail(base::ErrorKind::NotFound,
                      "no arrival waits here: it was seen to, or the hub knows its appointment by now");
}

base::Result<AttendanceEvent> first_standing(View& view, const domain::AppointmentId& id) {
    if (TRY(base::if_found(view.appointment(id)))) return not_there();
    const auto events = TRY(view.events_of(id));
    for (const AttendanceEvent& event : events) {
        if (!is_arrival(event)) continue;
        const bool taken_back = std::any_of(events.begin(), events.end(), [&](const AttendanceEvent& other) {
            return other.kind == EventKind::Undone && other.arrival == event.arrival;
        });
        if (!taken_back) return event;
    }
    return not_there();
}

/// This arrival and no other: one of somebody else for the same appointment waits for a look of its own.
base::Done take_back_first(Transaction& transaction, const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const AttendanceEvent arrived = TRY(first_standing(transaction, decision.appointment));
    AttendanceEvent event = new_event(EventKind::Undone, arrived.appointment, arrived.person, occasion);
    event.arrival = arrived.arrival;
    event.actor = decision.actor;
    event.reason = decision.reason;
    return transaction.append(event);
}

}  // namespace

base::Result<UnknownArrival> unknown_arrival(View& view, const domain::AppointmentId& id) {
    const AttendanceEvent event = TRY(first_standing(view, id));
    return UnknownArrival{id,          event.person, event.at.value_or(event.recorded_at),
                          event.clock, event.actor,  {}};
}

base::Result<std::vector<domain::Appointment>> may_have_come_for(View& view, const UnknownArrival& arrival) {
    std::vector<domain::Appointment> out;
    for (domain::Appointment& one :
         TRY(view.appointments_of(arrival.person, domain::london_date(arrival.at)))) {
        if (!domain::expected_here(one) || has_come(TRY(record_of(view, one.id)))) continue;
        out.push_back(std::move(one));
    }
    return out;
}

base::Done link_unknown(Transaction& transaction, const Decision& decision,
                        const domain::AppointmentId& instead, base::Instant came_at,
                        const Occasion& occasion) {
    const UnknownArrival arrival = TRY(unknown_arrival(transaction, decision.appointment));
    const auto appointment = TRY(transaction.appointment(instead));
    if (appointment.person != arrival.person)
        return base::fail(base::ErrorKind::Conflict, "the appointment is another person's");
    TRY(record_at_desk(transaction, {instead, decision.actor, decision.reason}, came_at, occasion));
    return take_back_first(transaction, decision, occasion);
}

base::Done settle_unknown(Transaction& transaction, const Decision& decision, const Occasion& occasion) {
    return take_back_first(transaction, decision, occasion);
}

}  // namespace server::app
