#include "server/app/note_late_reason.h"

#include <string>
#include <vector>

#include "server/app/answer_once.h"

namespace server::app {

using domain::AttendanceEvent;
using domain::EventKind;

base::Done note_late_reason(Transaction& transaction, const domain::KioskId& kiosk,
                            const protocol::ReasonRequest& request, const Occasion& occasion) {
    const std::vector<AttendanceEvent> events = TRY(transaction.events_of(request.arrival));
    if (events.empty()) {
        // Somebody who was in already: there is nothing to give a reason for.
        if (TRY(is_answered(transaction, request.arrival))) return {};
        return base::fail(base::ErrorKind::NotFound, "no such arrival is recorded");
    }
    for (const AttendanceEvent& arrived : events) {
        if (arrived.kind != EventKind::Arrived || arrived.attendance != domain::Attendance::Late) continue;
        const auto record = TRY(record_of(transaction, arrived.appointment));
        if (record.late_reason == request.reason) continue;
        AttendanceEvent event =
            new_event(EventKind::ReasonGiven, arrived.appointment, arrived.person, occasion);
        event.arrival = arrived.arrival;
        event.actor = actor_of(kiosk);
        event.reason = std::string(domain::to_word(request.reason));
        TRY_DONE(transaction.append(event));
    }
    return {};
}

}  // namespace server::app
