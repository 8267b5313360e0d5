#include <algorithm>
#include <utility>

#include "server/app/decision_event.h"
#include "server/app/kiosks.h"
#include "server/app/owed_update.h"

/// The only place where did-not-attend comes into being: a person's act.
namespace server::app {
namespace {

using base::ErrorKind;
using domain::Appointment;
using domain::EventKind;

/// What is known of the kiosks' journals.
class Journals {
public:
    static base::Result<Journals> look(View& view) {
        Journals all;
        all.health_ = TRY(view.kiosk_health());
        all.settled_ = TRY(view.settled_journals());
        return all;
    }

    /// Whether this kiosk may still bring an arrival for the appointment that the server has not seen.
    bool may_bring_arrival(const Kiosk& kiosk, const Appointment& appointment) const {
        const base::Instant end = domain::end_of(appointment);
        if (is_given_up(kiosk, appointment)) return false;
        const KioskHealth* health = health_of(kiosk);
        // Under a new name a kiosk brings what it journaled under the old one.
        if (health != nullptr && health->arrivals_waiting > 0) return true;
        return kiosk.added_at <= end && (health == nullptr || health->seen_at <= end);
    }

    /// Arrivals that the server has refused for good, and nobody has looked at since.
    std::optional<RefusedAtKiosk> refused_unseen(const Kiosk& kiosk) const {
        const KioskHealth* health = health_of(kiosk);
        if (health == nullptr || !health->refused_at || is_seen(kiosk, *health->refused_at))
            return std::nullopt;
        return RefusedAtKiosk{kiosk.id, health->arrivals_refused, *health->refused_at};
    }

    /// Whether one of those may be for the appointment: not when all were refused before its day.
    bool refused_may_be_it(const Kiosk& kiosk, const Appointment& appointment) const {
        if (is_given_up(kiosk, appointment)) return false;
        const auto refused = refused_unseen(kiosk);
        return refused && refused->at >= day_of(appointment);
    }

    bool is_lost(const domain::KioskId& kiosk) const {
        return std::any_of(settled_.begin(), settled_.end(), [&](const JournalSettled& one) {
            return one.kiosk == kiosk && one.word == JournalWord::Lost;
        });
    }

private:
    static base::Instant day_of(const Appointment& appointment) {
        return domain::start_of(domain::london_date(appointment.start));
    }
    /// A kiosk revoked before that day had no list of it; one revoked later may have gone on without us.
    bool is_given_up(const Kiosk& kiosk, const Appointment& appointment) const {
        return kiosk.revoked_at && (*kiosk.revoked_at < day_of(appointment) || is_lost(kiosk.id));
    }
    bool is_seen(const Kiosk& kiosk, base::Instant refused_at) const {
        return std::any_of(settled_.begin(), settled_.end(), [&](const JournalSettled& one) {
            return one.kiosk == kiosk.id && one.word == JournalWord::RefusedSeen && one.at >= refused_at;
        });
    }
    const KioskHealth* health_of(const Kiosk& kiosk) const {
        const auto found = std::find_if(health_.begin(), health_.end(),
                                        [&](const KioskHealth& one) { return one.kiosk == kiosk.id; });
        return found == health_.end() ? nullptr : &*found;
    }

    std::vector<KioskHealth> health_;
    std::vector<JournalSettled> settled_;
};

void add_name(std::string& names, const Kiosk& kiosk) {
    names += (names.empty() ? "" : ", ") + kiosk.shown() + (kiosk.revoked_at ? " (revoked)" : "");
}

base::Done settle_journal(Transaction& transaction, const domain::KioskId& kiosk, JournalWord word,
                          const Decision& decision, const Occasion& occasion) {
    return transaction.append(JournalSettled{base::new_uuid(occasion.entropy), occasion.moment.now, kiosk,
                                             word, decision.actor, decision.reason});
}

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
    const Journals journals = TRY(Journals::look(view));
    std::string may_bring;
    std::string refused;
    for (const Kiosk& kiosk : TRY(view.kiosks())) {
        if (journals.may_bring_arrival(kiosk, appointment)) add_name(may_bring, kiosk);
        if (journals.refused_may_be_it(kiosk, appointment)) add_name(refused, kiosk);
    }
    std::string why;
    if (!may_bring.empty()) why = "these kiosks may still hold the arrival: " + may_bring;
    if (!refused.empty()) {
        why += (why.empty() ? "" : "; ") +
               ("an arrival at these kiosks was refused for good, and it may be this one: " + refused +
                ". Look at it, record the arrival if it is, then say that it was seen to");
    }
    return why;
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

base::Done withdraw_absence(Transaction& transaction, const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    const Appointment appointment = TRY(transaction.appointment(decision.appointment));
    const auto before = TRY(record_of(transaction, appointment.id));
    if (before.attendance != domain::Attendance::No) {
        return base::fail(ErrorKind::Conflict, "did-not-attend is not what is recorded");
    }
    const auto update = TRY(transaction.update_of(appointment.id));
    if (update && update->submitted_at) {
        return base::fail(ErrorKind::Conflict,
                          "did-not-attend is already submitted: telephone the practitioner, then note that "
                          "you told them");
    }
    TRY_DONE(check_not_being_submitted(update));
    TRY_DONE(
        transaction.append(decision_event(EventKind::AbsenceWithdrawn, appointment, decision, occasion)));
    return bring_update_in_line(transaction, appointment, before, occasion);
}

base::Result<bool> is_given_up(View& view, const domain::KioskId& kiosk) {
    const Journals journals = TRY(Journals::look(view));
    return journals.is_lost(kiosk);
}

base::Done give_up_journal(Transaction& transaction, const domain::KioskId& kiosk, const Decision& decision,
                           const Occasion& occasion) {
    TRY_DONE(check(decision));
    if (!TRY(kiosk_called(transaction, kiosk.text())).revoked_at) {
        return base::fail(ErrorKind::Conflict, "the kiosk is still let in: revoke it first");
    }
    if (TRY(is_given_up(transaction, kiosk))) {
        return base::fail(ErrorKind::Conflict, "what the kiosk kept is given up already");
    }
    return settle_journal(transaction, kiosk, JournalWord::Lost, decision, occasion);
}

base::Done see_to_refused(Transaction& transaction, const domain::KioskId& kiosk, unsigned seen,
                          const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    TRY(kiosk_called(transaction, kiosk.text()));
    unsigned refused = 0;
    for (const KioskHealth& health : TRY(transaction.kiosk_health()))
        if (health.kiosk == kiosk) refused = health.arrivals_refused;
    if (refused == 0) return base::fail(ErrorKind::Conflict, "no arrival at this kiosk was refused for good");
    if (refused != seen) {
        return base::fail(ErrorKind::Conflict, "the kiosk has told of " + std::to_string(refused) +
                                                   " refused for good, not " + std::to_string(seen) +
                                                   ": look at all of them, then say how many");
    }
    return settle_journal(transaction, kiosk, JournalWord::RefusedSeen, decision, occasion);
}

base::Result<std::vector<RefusedAtKiosk>> refused_to_see_to(View& view) {
    const Journals journals = TRY(Journals::look(view));
    std::vector<RefusedAtKiosk> out;
    for (const Kiosk& kiosk : TRY(view.kiosks())) {
        if (const auto refused = journals.refused_unseen(kiosk)) out.push_back(*refused);
    }
    return out;
}

}  // namespace server::app
