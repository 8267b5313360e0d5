#include <algorithm>

#include "server/app/decision_event.h"
#include "server/app/owed_update.h"

/// The only place where did-not-attend comes into being: a person's act.
namespace server::app {
namespace {

using base::ErrorKind;
using domain::Appointment;
using domain::EventKind;

/// Whether a kiosk may hold an arrival for the appointment that the server has not seen.
bool may_hold_arrival(const Kiosk& kiosk, const std::vector<KioskHealth>& health,
                      const Appointment& appointment) {
    if (kiosk.revoked_at || kiosk.added_at > domain::end_of(appointment)) return false;
    const auto found = std::find_if(health.begin(), health.end(),
                                    [&](const KioskHealth& one) { return one.kiosk == kiosk.id; });
    return found == health.end() || found->seen_at < appointment.start || found->journal_waiting > 0;
}

base::Done check_absence(const Appointment& appointment, const domain::AttendanceRecord& record,
                         base::Instant now) {
    const auto refuse = [](const char* why) {
        return base::fail(ErrorKind::Conflict, why);
    };
    if (!domain::expected_here(appointment)) return refuse("the appointment is not expected here");
    if (appointment.status == domain::AppointmentStatus::Settled) {
        return refuse("the case system already has a final record of the appointment");
    }
    if (now <= domain::end_of(appointment)) return refuse("the appointment has not ended yet");
    if (has_come(record)) return refuse("the person is recorded as having come");
    if (record.time_waits_for_person) return refuse("an arrival waits to be settled first");
    return {};
}

}  // namespace

base::Result<std::string> why_absence_is_only_noted(View& view, const Appointment& appointment,
                                                    const Moment& moment) {
    if (moment.clock == domain::ClockState::Doubtful) return std::string("the server's clock is doubtful");
    const std::vector<KioskHealth> health = TRY(view.kiosk_health());
    std::string names;
    for (const Kiosk& kiosk : TRY(view.kiosks())) {
        if (!may_hold_arrival(kiosk, health, appointment)) continue;
        names += (names.empty() ? "" : ", ") + kiosk.id.text();
    }
    if (names.empty()) return std::string();
    return "these kiosks may still hold the arrival: " + names;
}

base::Result<AbsenceAnswer> confirm_absence(Transaction& transaction, const Decision& decision,
                                            const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    const auto before = TRY(record_of(transaction, appointment.id));
    TRY_DONE(check_absence(appointment, before, occasion.moment.now));
    const auto update = TRY(transaction.update_of(appointment.id));
    if (update && update->submitted_at) {
        return base::fail(ErrorKind::Conflict, "the record of the appointment is already submitted");
    }
    AbsenceAnswer answer;
    answer.only_noted_because = TRY(why_absence_is_only_noted(transaction, appointment, occasion.moment));
    answer.to_be_submitted = answer.only_noted_because.empty();
    TRY_DONE(
        transaction.append(decision_event(EventKind::AbsenceConfirmed, appointment, decision, occasion)));
    if (answer.to_be_submitted) {
        TRY_DONE(
            transaction.append(decision_event(EventKind::SubmitDecided, appointment, decision, occasion)));
    }
    TRY_DONE(bring_update_in_line(transaction, appointment, before, occasion));
    return answer;
}

}  // namespace server::app
