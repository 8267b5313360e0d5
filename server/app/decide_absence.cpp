#include <algorithm>
#include <utility>

#include "server/app/decision_event.h"
#include "server/app/owed_update.h"

/// The only place where did-not-attend comes into being: a person's act.
namespace server::app {
namespace {

using base::ErrorKind;
using domain::Appointment;
using domain::EventKind;

/// What is known of the kiosks' journals.
struct Journals {
    std::vector<KioskHealth> health;
    std::vector<JournalLost> lost;

    /// Whether this kiosk may hold an arrival for the appointment that the server has not seen.
    bool may_hold_arrival(const Kiosk& kiosk, const Appointment& appointment) const {
        const base::Instant end = domain::end_of(appointment);
        if (kiosk.added_at > end || is_lost(kiosk)) return false;
        // A kiosk revoked before that day had no list of it; one revoked later may have gone on without us.
        const base::Instant day = domain::start_of(domain::london_date(appointment.start));
        if (kiosk.revoked_at && *kiosk.revoked_at < day) return false;
        const auto found = std::find_if(health.begin(), health.end(),
                                        [&](const KioskHealth& one) { return one.kiosk == kiosk.id; });
        return found == health.end() || found->seen_at <= end || found->journal_waiting > 0;
    }

private:
    bool is_lost(const Kiosk& kiosk) const {
        return kiosk.revoked_at && std::any_of(lost.begin(), lost.end(),
                                               [&](const JournalLost& one) { return one.kiosk == kiosk.id; });
    }
};

base::Done check_absence(const Appointment& appointment, const domain::AttendanceRecord& record,
                         CameAfterEnd after_end, base::Instant now) {
    const auto refuse = [](std::string why) {
        return base::fail(ErrorKind::Conflict, std::move(why));
    };
    if (!domain::expected_here(appointment)) return refuse("the appointment is not expected here");
    if (appointment.status == domain::AppointmentStatus::Settled) {
        return refuse("the case system already has a final record of the appointment");
    }
    if (now <= domain::end_of(appointment)) return refuse("the appointment has not ended yet");
    if (has_come(record)) return refuse("the person is recorded as having come");
    if (record.time_waits_for_person) return refuse("an arrival waits to be settled first");
    if (record.came_after_end && after_end == CameAfterEnd::NotSaid) {
        return refuse("the person came at " + domain::london_time(*record.came_after_end) +
                      ", after the end at " + domain::london_time(domain::end_of(appointment)) +
                      ": to confirm did-not-attend all the same, say that you know");
    }
    return {};
}

}  // namespace

base::Result<std::string> why_absence_is_only_noted(View& view, const Appointment& appointment,
                                                    const Moment& moment) {
    if (moment.clock == domain::ClockState::Doubtful) return std::string("the server's clock is doubtful");
    const Journals journals{TRY(view.kiosk_health()), TRY(view.lost_journals())};
    std::string names;
    for (const Kiosk& kiosk : TRY(view.kiosks())) {
        if (!journals.may_hold_arrival(kiosk, appointment)) continue;
        names += (names.empty() ? "" : ", ") + kiosk.id.text() + (kiosk.revoked_at ? " (revoked)" : "");
    }
    if (names.empty()) return std::string();
    return "these kiosks may still hold the arrival: " + names;
}

base::Result<AbsenceAnswer> confirm_absence(Transaction& transaction, const Decision& decision,
                                            CameAfterEnd after_end, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    const auto before = TRY(record_of(transaction, appointment.id));
    TRY_DONE(check_absence(appointment, before, after_end, occasion.moment.now));
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

base::Done give_up_journal(Transaction& transaction, const domain::KioskId& kiosk, const Decision& decision,
                           const Occasion& occasion) {
    TRY_DONE(check(decision));
    const std::vector<Kiosk> kiosks = TRY(transaction.kiosks());
    const auto found =
        std::find_if(kiosks.begin(), kiosks.end(), [&](const Kiosk& one) { return one.id == kiosk; });
    if (found == kiosks.end()) return base::fail(ErrorKind::NotFound, "there is no kiosk of this name");
    if (!found->revoked_at) {
        return base::fail(ErrorKind::Conflict, "the kiosk is still let in: revoke it first");
    }
    return transaction.append(JournalLost{base::new_uuid(occasion.entropy), occasion.moment.now, kiosk,
                                          decision.actor, decision.reason});
}

}  // namespace server::app
