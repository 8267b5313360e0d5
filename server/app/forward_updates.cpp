#include "server/app/forward_updates.h"

#include <algorithm>
#include <utility>

#include "server/app/forward_step.h"
#include "server/app/occasion.h"
#include "server/app/owed_update.h"
#include "shared/base/log.h"

namespace server::app {

using base::Instant;
using domain::Appointment;
using domain::AppointmentStatus;
using domain::Update;
using domain::UpdateState;

namespace {

/// `NO` is never sent on a machine's word.
bool lacks_decision(const Update& update) {
    const bool did_not_attend = update.attendance == domain::Attendance::No;
    if ((did_not_attend || update.not_held) && update.decided_by.empty()) return true;
    return did_not_attend && !update.submit_decided;
}

std::optional<const char*> why_not_sendable(const Appointment& appointment) {
    switch (appointment.status) {
        case AppointmentStatus::Live:
        case AppointmentStatus::Settled:
            return std::nullopt;
        case AppointmentStatus::Superseded:
            return "The appointment has been moved to another time in the case system. Record the attendance "
                   "on "
                   "the new one.";
        case AppointmentStatus::Cancelled:
            return "The case system no longer lists the appointment. Ask the caseworker.";
    }
    return std::nullopt;
}

/// Either a step to take, or why there is none.
struct Begun {
    std::optional<ForwardStep> step;
    Forwarded instead = Forwarded::Overtaken;
};

/// Commits Sending, or whatever forbids it.
base::Done begin(Transaction& transaction, const Update& update, Instant now, Begun& begun) {
    begun = Begun();
    const auto current = TRY(transaction.update_of(update.appointment));
    if (!current || *current != update || lacks_decision(update)) return {};

    Update next = update;
    const auto leave = [&](UpdateState state, std::string why, Forwarded instead) {
        next.state = state;
        next.why = with_deadline(std::move(why), next, now);
        begun.instead = instead;
        return transaction.put(next);
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
    return transaction.put(next);
}

constexpr char kChangedWhileSubmitted[] =
    "The record was changed while it was being submitted. Telephone the practitioner, then note that you "
    "told them.";

/// The record was changed while a call was under way: what people decided stands, and is looked at afresh.
Update merged(Update current, const ForwardStep& step, const domain::AttendanceRecord& record) {
    if (!current.drafted_at) current.drafted_at = step.update.drafted_at;
    if (step.update.submitted_at && !current.submitted_at) {
        const bool the_same = says_the_same(step.update, record);
        current.submitted_at = step.update.submitted_at;
        current.state = the_same ? UpdateState::Submitted : UpdateState::WaitingForPerson;
        current.why = the_same ? "" : kChangedWhileSubmitted;
        return current;
    }
    if (!step.update.drafted.empty()) current.drafted = step.update.drafted;
    if (current.state == UpdateState::Sending) {
        current.state = UpdateState::Held;
        current.next_try = step.now;
    }
    if (current.state == UpdateState::Withdrawn && step.wrote) {
        current.state = UpdateState::WaitingForPerson;
        current.why =
            "The check-in was taken back while it was being sent. Correct the draft in the case system, then "
            "note here that it was put right.";
    }
    return current;
}

base::Done finish(Transaction& transaction, const ForwardStep& step, bool& overtaken) {
    const auto current = TRY(transaction.update_of(step.update.appointment));
    overtaken = !current || *current != step.committed;
    if (!overtaken) return transaction.put(step.update);
    if (!current) return {};
    const auto record = TRY(record_of(transaction, current->appointment));
    return transaction.put(merged(*current, step, record));
}

/// What the calls have shown of our clock is worth as much as what a sync has shown.
base::Done keep_clock_difference(Transaction& transaction, const CaseSystem& case_system) {
    const auto seen = case_system.clock_difference();
    if (!seen) return {};
    SyncState state = TRY(transaction.sync_state());
    if (state.from_case_system == seen) return {};
    state.from_case_system = seen;
    return transaction.put(state);
}

}  // namespace

base::Result<std::optional<Update>> next_due(View& view, Instant now) {
    return view.update_due(now, [](const Update& update) { return !lacks_decision(update); });
}

Forwarder::Forwarder(CaseSystem& case_system, Store& store, base::Entropy& entropy, ForwardSettings settings)
    : case_system_(case_system), store_(store), entropy_(entropy), settings_(settings) {}

base::Result<Forwarded> Forwarder::forward_one(const Update& update, Instant now) {
    Begun begun;
    TRY_DONE(store_.write_and_wait(
        [&](Transaction& transaction) { return begin(transaction, update, now, begun); }));
    if (!begun.step) return begun.instead;

    const Forwarded forwarded = CaseTalk(case_system_, entropy_, settings_).talk(*begun.step);
    bool overtaken = false;
    const auto end = [&](Transaction& transaction) -> base::Done {
        TRY_DONE(keep_clock_difference(transaction, case_system_));
        return finish(transaction, *begun.step, overtaken);
    };
    TRY_DONE(store_.write_and_wait(end));
    base::log::info("update_forwarded",
                    {{"update", update.id},
                     {"state", base::log::Value::word(domain::to_word(begun.step->update.state))},
                     {"tries", begun.step->update.tries}});
    return overtaken ? Forwarded::Overtaken : forwarded;
}

}  // namespace server::app
