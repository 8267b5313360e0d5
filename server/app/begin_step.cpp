// The commit before the first call about an update.

#include <utility>

#include "server/app/forward_step.h"

namespace server::app {

using base::Instant;
using domain::Appointment;
using domain::AppointmentStatus;
using domain::Update;
using domain::UpdateState;

namespace {

std::optional<const char*> why_not_sendable(const Appointment& appointment) {
    switch (appointment.status) {
        case AppointmentStatus::Live:
        case AppointmentStatus::Settled:
            return std::nullopt;
        case AppointmentStatus::Superseded:
            return "The appointment has been moved to another time in the case system. Record the attendance "
                   "on the new one.";
        case AppointmentStatus::Cancelled:
            return "The case system no longer lists the appointment. Ask the caseworker.";
    }
    return std::nullopt;
}

}  // namespace

base::Result<Begun> check_step(Transaction& transaction, const Update& update, Instant now) {
    Begun begun;
    const auto current = TRY(transaction.update_of(update.appointment));
    if (!current || *current != update || lacks_decision(update)) return begun;

    Update next = update;
    const auto leave = [&](UpdateState state, std::string why, Forwarded instead) -> base::Result<Begun> {
        next.state = state;
        next.why = with_deadline(std::move(why), next, now);
        begun.instead = instead;
        TRY_DONE(transaction.put(next));
        return begun;
    };
    const auto events = TRY(transaction.events_of(update.appointment));
    if (domain::derive(events).time_waits_for_person)
        return leave(UpdateState::WaitingForPerson, "The arrival time is doubtful. A person must settle it.",
                     Forwarded::ForPerson);
    const Appointment appointment = TRY(transaction.appointment(update.appointment));
    if (const auto why = why_not_sendable(appointment))
        return leave(UpdateState::WaitingForPerson, *why, Forwarded::ForPerson);
    if (now < not_before(update, appointment)) {
        next.hold_until = not_before(update, appointment);
        return leave(UpdateState::Held, "Waits for the session's end.", Forwarded::Held);
    }
    next.state = UpdateState::Sending;
    begun.step = ForwardStep{next, next, update.state, appointment, now};
    return begun;
}

base::Result<Begun> begin_step(Transaction& transaction, const Update& update, Instant now) {
    Begun begun = TRY(check_step(transaction, update, now));
    if (begun.step) TRY_DONE(transaction.put(begun.step->update));
    return begun;
}

}  // namespace server::app
