#include "server/app/keep_referral.h"

#include <algorithm>
#include <map>
#include <optional>

#include "server/app/follow_schedule.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using domain::Appointment;
using domain::AppointmentStatus;
using domain::PersonId;

Person person_of(const CaseReferral& referral, const PersonId& id) {
    return {id,
            referral.crn,
            referral.first_name,
            referral.last_name,
            referral.born,
            referral.preferred_language,
            referral.needs_interpreter,
            referral.interpreter_language,
            referral.access_needs};
}

/// The person with this CRN, else the one the referral had (a CRN can be corrected); none when the hub does
/// not know them, or no longer does.
base::Result<std::optional<PersonId>> known_person(Transaction& transaction, const CaseReferral& referral) {
    if (auto known = TRY(transaction.person_with_crn(referral.crn))) return known;
    const auto held = TRY(base::if_found(transaction.referral(referral.id)));
    if (!held) return std::nullopt;
    const auto person = TRY(base::if_found(transaction.person(held->person)));
    return person ? std::optional(held->person) : std::nullopt;
}

base::Result<bool> put_person_and_referral(Transaction& transaction, const CaseReferral& referral,
                                           const PersonId& id) {
    bool changed = false;
    const Person person = person_of(referral, id);
    if (TRY(base::if_found(transaction.person(id))) != person) {
        TRY_DONE(transaction.put(person));
        changed = true;
    }
    const Referral row{referral.id, id, referral.contract, referral.reference, referral.concluded};
    if (TRY(base::if_found(transaction.referral(referral.id))) != row) {
        TRY_DONE(transaction.put(row));
        changed = true;
    }
    return changed;
}

/// The case system lists the appointments of a referral that has ended as if they were to come. Those of the
/// day of the end are to come: an attendance on that day still counts (CRS SL002).
void end_with_the_referral(Appointment& appointment, const CaseReferral& referral) {
    if (!referral.ended_at) return;
    const domain::Date end_day = domain::london_date(*referral.ended_at);
    const bool after_the_end = appointment.start >= domain::start_of(domain::next_day(end_day));
    if (after_the_end && appointment.status == AppointmentStatus::Live)
        appointment.status = AppointmentStatus::Cancelled;
}

using Listed = std::map<domain::AppointmentId, Appointment>;

Listed listed_in(const ReferralReading& reading, const PersonId& person,
                 const std::vector<HubAddress>& addresses) {
    Listed listed;
    for (const CaseAppointment& read : reading.appointments) {
        Appointment appointment = read.appointment;
        appointment.referral = reading.referral.id;
        appointment.person = person;
        appointment.at_this_hub = is_at_hub(read, addresses);
        appointment.in_custody = reading.referral.in_custody;
        end_with_the_referral(appointment, reading.referral);
        listed[appointment.id] = std::move(appointment);
    }
    return listed;
}

bool starts_in(const Window& window, base::Instant start) {
    return start >= window.from && start < window.to;
}

/// Whether an appointment that is no longer listed is cancelled: not when its plan was not read.
bool ends_with_the_list(const Appointment& held, const CaseReferral& referral) {
    const bool plan_read =
        held.type == domain::AppointmentType::SupplierAssessment ||
        std::ranges::find(referral.action_plans, held.action_plan) != referral.action_plans.end();
    switch (held.status) {
        case AppointmentStatus::Live:
        case AppointmentStatus::Superseded:
            return plan_read;
        case AppointmentStatus::Cancelled:
        case AppointmentStatus::Settled:
            return false;
    }
    return false;
}

base::Result<bool> put_appointments(Transaction& transaction, const std::vector<Appointment>& held,
                                    const Listed& listed, const ReferralReading& reading,
                                    const Window& window, const Occasion& occasion) {
    bool changed = false;
    for (const Appointment& before : held) {
        const auto now = listed.find(before.id);
        Appointment after = now != listed.end() ? now->second : before;
        if (now == listed.end() && ends_with_the_list(before, reading.referral))
            after.status = AppointmentStatus::Cancelled;
        end_with_the_referral(after, reading.referral);
        if (after == before) continue;
        TRY_DONE(transaction.put(after));
        TRY_DONE(follow_schedule(transaction, before, after, occasion));
        changed = true;
    }
    for (const auto& [id, appointment] : listed) {
        const bool known =
            std::ranges::any_of(held, [&wanted = id](const Appointment& one) { return one.id == wanted; });
        if (known || !starts_in(window, appointment.start)) continue;
        TRY_DONE(transaction.put(appointment));
        changed = true;
    }
    return changed;
}

}  // namespace

base::Result<Kept> keep_referral(Transaction& transaction, const ReferralReading& reading,
                                 const Window& window, const std::vector<HubAddress>& addresses,
                                 const PersonId& fresh_person, const Occasion& occasion) {
    const auto held = TRY(transaction.appointments_of(reading.referral.id));
    const bool any_in_window = std::ranges::any_of(reading.appointments, [&](const CaseAppointment& read) {
        return starts_in(window, read.appointment.start);
    });
    const auto known = TRY(known_person(transaction, reading.referral));
    // Appointments alone, of somebody who was erased, do not bring them back.
    if (!any_in_window && (held.empty() || !known)) return Kept::NothingToHold;

    const PersonId person = known.value_or(fresh_person);
    const bool about_them = TRY(put_person_and_referral(transaction, reading.referral, person));
    const Listed listed = listed_in(reading, person, addresses);
    const bool about_times = TRY(put_appointments(transaction, held, listed, reading, window, occasion));
    return about_them || about_times ? Kept::Changed : Kept::Unchanged;
}

}  // namespace server::app
