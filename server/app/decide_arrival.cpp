#include <algorithm>
#include <utility>

#include "server/app/decision_event.h"
#include "server/app/hub_rules.h"
#include "server/app/offers.h"
#include "server/app/owed_update.h"
#include "shared/base/if_found.h"

/// Decisions on when, and whether, somebody came.
namespace server::app {
namespace {

using base::ErrorKind;
using domain::Appointment;
using domain::ArrivalId;
using domain::AttendanceEvent;
using domain::EventKind;
using protocol::ArrivalOutcome;
using protocol::ArrivalResult;

/// The arrivals and contacts of an appointment that are not undone, as they were stored.
std::vector<AttendanceEvent> standing_arrivals(const std::vector<AttendanceEvent>& events) {
    std::vector<AttendanceEvent> out;
    for (const AttendanceEvent& event : events) {
        const bool came = event.kind == EventKind::Arrived || event.kind == EventKind::CameAfterEnd;
        if (!came && event.kind != EventKind::Undone) continue;
        std::erase_if(out, [&](const AttendanceEvent& one) { return one.arrival == event.arrival; });
        if (came) out.push_back(event);
    }
    return out;
}

std::optional<domain::Attendance> attendance_at(base::Instant came_at, const Appointment& appointment,
                                                const HubRules& rules) {
    if (came_at > domain::end_of(appointment)) return std::nullopt;
    return domain::stamp(came_at, appointment, grace_of(rules, appointment));
}

}  // namespace

base::Done settle_time(Transaction& transaction, const Decision& decision, base::Instant came_at,
                       const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    TRY_DONE(check_came_at(appointment, came_at, occasion.moment.now));
    const auto arrivals = standing_arrivals(TRY(transaction.events_of(appointment.id)));
    if (arrivals.empty()) {
        return base::fail(ErrorKind::Conflict, "no arrival is recorded: record one at the desk instead");
    }
    const auto before = TRY(record_of(transaction, appointment.id));
    AttendanceEvent event = decision_event(EventKind::TimeDecided, appointment, decision, occasion);
    event.arrival = before.arrival.empty() ? arrivals.back().arrival : before.arrival;
    event.at = came_at;
    event.attendance = attendance_at(came_at, appointment, occasion.rules);
    TRY_DONE(transaction.append(event));
    return bring_update_in_line(transaction, appointment, before, occasion);
}

base::Result<ArrivalOutcome> record_at_desk(Transaction& transaction, const Decision& decision,
                                            base::Instant came_at, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    TRY_DONE(check_came_at(appointment, came_at, occasion.moment.now));
    if (!domain::expected_here(appointment)) {
        return base::fail(
            ErrorKind::Conflict,
            "the appointment is not expected here: it was cancelled or moved, or is held elsewhere");
    }
    const auto before = TRY(record_of(transaction, appointment.id));
    const auto attendance = attendance_at(came_at, appointment, occasion.rules);
    // What a person says of the time is as sure as the record gets.
    if (!tells_more(before, came_at, domain::ClockState::Sure)) {
        return ArrivalOutcome{appointment.id, appointment.start, ArrivalResult::AlreadyIn, before.arrived_at,
                              before.queued};
    }
    const EventKind kind = attendance ? EventKind::Arrived : EventKind::CameAfterEnd;
    AttendanceEvent event = decision_event(kind, appointment, decision, occasion);
    event.arrival = ArrivalId(base::new_uuid_at(occasion.entropy, occasion.moment.now));
    event.at = came_at;
    event.attendance = attendance;
    TRY_DONE(transaction.append(event));
    TRY_DONE(bring_update_in_line(transaction, appointment, before, occasion));
    ArrivalResult result = ArrivalResult::CameAfterEnd;
    if (attendance) {
        TRY_DONE(open_offers_of_arrival(transaction, appointment, occasion));
        result = *attendance == domain::Attendance::Yes ? ArrivalResult::Yes : ArrivalResult::Late;
    }
    return ArrivalOutcome{appointment.id, appointment.start, result, came_at, false};
}

base::Done take_back(Transaction& transaction, const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const auto events = TRY(transaction.events_of(decision.appointment));
    const auto arrivals = standing_arrivals(events);
    if (arrivals.empty()) return base::fail(ErrorKind::Conflict, "no arrival is recorded");
    const auto owed = TRY(transaction.update_of(decision.appointment));
    TRY_DONE(check_not_being_submitted(owed));
    const auto before = TRY(record_of(transaction, decision.appointment));
    for (const AttendanceEvent& arrived : arrivals) {
        AttendanceEvent event = new_event(EventKind::Undone, arrived.appointment, arrived.person, occasion);
        event.arrival = arrived.arrival;
        event.actor = decision.actor;
        event.reason = decision.reason;
        TRY_DONE(transaction.append(event));
    }
    const auto appointment = TRY(base::if_found(transaction.appointment(decision.appointment)));
    return appointment ? bring_update_in_line(transaction, *appointment, before, occasion) : base::Done();
}

}  // namespace server::app
