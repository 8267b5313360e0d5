#include <algorithm>
#include <array>
#include <utility>

#include "server/app/decision_event.h"
#include "server/app/left_to_reception.h"
#include "server/app/owed_update.h"

/// Decisions on what the case system is told.
namespace server::app {
namespace {

using base::ErrorKind;
using domain::Appointment;
using domain::AttendanceEvent;
using domain::EventKind;
using domain::Update;
using domain::UpdateState;

base::Result<Update> owed(View& view, const domain::AppointmentId& id) {
    std::optional<Update> update = TRY(view.update_of(id));
    if (!update || update->state == UpdateState::Withdrawn) {
        return base::fail(ErrorKind::NotFound, "nothing is owed for this appointment");
    }
    return *std::move(update);
}

/// Whether it was put back to be sent.
base::Result<bool> resend(Transaction& transaction, Update update, const Decision& decision,
                          const Occasion& occasion) {
    if (update.state == UpdateState::Withdrawn || update.state == UpdateState::Sending) return false;
    const Appointment appointment = TRY(transaction.appointment(update.appointment));
    const auto record = TRY(record_of(transaction, update.appointment));
    if (!record.attendance || !what_it_waits_for(appointment, record).empty()) return false;
    if (!says_the_same(update, record)) return false;
    TRY_DONE(transaction.append(decision_event(EventKind::ResendDecided, appointment, decision, occasion)));
    hold(update, appointment, record, occasion.moment.now);
    TRY_DONE(transaction.put(update));
    return true;
}

/// What says nothing new to a practitioner who was told before; everything else does.
constexpr std::array kNoNews{
    EventKind::ReasonGiven,           EventKind::SubmitDecided, EventKind::PractitionerTold,
    EventKind::LeftToPerson,          EventKind::ResendDecided, EventKind::CorrectedThere,
    EventKind::InterventionCompleted, EventKind::SlipMade,      EventKind::SlipRevoked};

bool is_news(EventKind kind) {
    return std::find(kNoNews.begin(), kNoNews.end(), kind) == kNoNews.end();
}

/// The telling after which nothing new was recorded; null when there is none.
const AttendanceEvent* newest_telling(std::span<const AttendanceEvent> events) {
    const AttendanceEvent* telling = nullptr;
    for (const AttendanceEvent& event : events) {
        if (event.kind == EventKind::PractitionerTold) telling = &event;
        if (is_news(event.kind)) telling = nullptr;
    }
    return telling;
}

base::Done check_told_at(const Appointment& appointment, base::Instant told_at, base::Instant now) {
    if (told_at > now) return base::fail(ErrorKind::InvalidInput, "the time of the call is still to come");
    if (told_at >= appointment.start) return {};
    return base::fail(ErrorKind::InvalidInput, "the call was before the appointment's start");
}

/// Of a call that is due because something new was recorded: not before that, for nobody told it then.
base::Done check_told_since_news(std::span<const AttendanceEvent> events, base::Instant told_at) {
    base::Instant news{};
    for (const AttendanceEvent& event : events) {
        if (is_news(event.kind)) news = std::max(news, event.recorded_at);
    }
    if (told_at >= std::chrono::floor<std::chrono::minutes>(news)) return {};
    return base::fail(ErrorKind::InvalidInput,
                      "the call was before " + domain::london_time(news) + " on " +
                          domain::to_text(domain::london_date(news)) +
                          ", when what is new was recorded. Telephone again, and enter that time");
}

base::Done told_already(const AttendanceEvent& telling) {
    const base::Instant at = telling.at.value_or(telling.recorded_at);
    return base::fail(ErrorKind::Conflict, "the practitioner was told already, by " + telling.actor + " at " +
                                               domain::london_time(at) + " on " +
                                               domain::to_text(domain::london_date(at)) +
                                               ", and nothing new was recorded since");
}

}  // namespace

base::Done session_not_held(Transaction& transaction, const Decision& decision,
                            domain::NoSessionReason reason, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    const auto before = TRY(record_of(transaction, appointment.id));
    if (occasion.moment.now < appointment.start) {
        return base::fail(ErrorKind::Conflict, "the session has not begun yet");
    }
    if (!has_come(before) || before.time_waits_for_person) {
        return base::fail(ErrorKind::Conflict,
                          "nobody is proven to have come: settle or record the arrival first, or cancel the "
                          "appointment in the case system");
    }
    auto event = decision_event(EventKind::SessionNotHeld, appointment, decision, occasion);
    event.reason = domain::not_held_text(reason, decision.reason);
    TRY_DONE(transaction.append(event));
    return bring_update_in_line(transaction, appointment, before, occasion);
}

base::Done session_held(Transaction& transaction, const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    const auto before = TRY(record_of(transaction, appointment.id));
    if (!before.not_held) {
        return base::fail(ErrorKind::Conflict, "nobody has said that the session was not held");
    }
    TRY_DONE(transaction.append(decision_event(EventKind::SessionHeld, appointment, decision, occasion)));
    return bring_update_in_line(transaction, appointment, before, occasion);
}

base::Done decide_submit(Transaction& transaction, const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    if (TRY(owed(transaction, appointment.id)).submitted_at) {
        return base::fail(ErrorKind::Conflict, "this is already submitted: nothing can be changed there");
    }
    const auto before = TRY(record_of(transaction, appointment.id));
    auto decided = before;
    decided.submit_decided = true;
    // Whoever submits it as it stands has settled that it counts as the person was told.
    if (before.waits_because == kTimeChanged) decided.time_waits_for_person = false;
    if (std::string why = what_it_waits_for(appointment, decided); !why.empty() || !before.attendance) {
        return base::fail(ErrorKind::Conflict, why.empty() ? "nothing is recorded any more" : std::move(why));
    }
    if (before.attendance == domain::Attendance::No) {
        const std::string why = TRY(why_absence_is_only_noted(transaction, appointment, occasion.moment));
        if (!why.empty()) return base::fail(ErrorKind::Conflict, "did not attend is only noted: " + why);
    }
    TRY_DONE(transaction.append(decision_event(EventKind::SubmitDecided, appointment, decision, occasion)));
    TRY_DONE(bring_update_in_line(transaction, appointment, before, occasion));
    Update update = TRY(owed(transaction, appointment.id));
    if (update.state != UpdateState::WaitingForPerson) return {};
    // It was refused, and now a person wants it tried again as it stands.
    hold(update, appointment, decided, occasion.moment.now);
    return transaction.put(update);
}

bool is_told_of_all(std::span<const AttendanceEvent> events) {
    return newest_telling(events) != nullptr;
}

base::Done note_practitioner_told(Transaction& transaction, const Decision& decision, base::Instant told_at,
                                  const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    TRY_DONE(check_told_at(appointment, told_at, occasion.moment.now));
    std::optional<Update> update = TRY(transaction.update_of(appointment.id));
    const bool call_is_due = update && update->submitted_at && update->state == UpdateState::WaitingForPerson;
    const auto events = TRY(transaction.events_of(appointment.id));
    const AttendanceEvent* before = newest_telling(events);
    if (before != nullptr && !call_is_due) {
        const bool the_same =
            before->at == told_at && before->actor == decision.actor && before->reason == decision.reason;
        return the_same ? base::Done() : told_already(*before);
    }
    if (call_is_due) TRY_DONE(check_told_since_news(events, told_at));
    AttendanceEvent event = decision_event(EventKind::PractitionerTold, appointment, decision, occasion);
    event.at = told_at;
    TRY_DONE(transaction.append(event));
    if (!call_is_due) return {};
    update->state = UpdateState::Submitted;
    update->why.clear();
    return transaction.put(*update);
}

base::Done note_corrected_there(Transaction& transaction, const Decision& decision,
                                const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    Update update = TRY(owed(transaction, appointment.id));
    if (TRY(record_of(transaction, appointment.id)).attendance) {
        return base::fail(
            ErrorKind::Conflict,
            "what is recorded is still owed to the case system: submit it, or take it back first");
    }
    if (update.submitted_at) {
        return base::fail(
            ErrorKind::Conflict,
            "it is submitted and cannot be corrected there: telephone the practitioner, then note "
            "that you told them");
    }
    TRY_DONE(transaction.append(decision_event(EventKind::CorrectedThere, appointment, decision, occasion)));
    update.state = UpdateState::Withdrawn;
    update.why.clear();
    return transaction.put(update);
}

base::Result<Resent> resend_one(Transaction& transaction, const Decision& decision,
                                const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Update update = TRY(owed(transaction, decision.appointment));
    const bool held = TRY(resend(transaction, update, decision, occasion));
    return Resent{held ? 1U : 0U, held ? 0U : 1U};
}

base::Result<Resent> resend_between(Transaction& transaction, base::Instant from, base::Instant to,
                                    const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    Resent out;
    for (const Update& update : TRY(transaction.updates_between(from, to))) {
        ++(TRY(resend(transaction, update, decision, occasion)) ? out.held : out.left);
    }
    return out;
}

}  // namespace server::app
