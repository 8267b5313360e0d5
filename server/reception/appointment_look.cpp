#include "server/reception/appointment_look.h"

#include "server/app/decide.h"
#include "server/app/hub_rules.h"
#include "server/app/look_at_names.h"
#include "server/reception/board_words.h"
#include "server/reception/seen.h"
#include "shared/base/if_found.h"

namespace server::reception {
namespace {

using domain::UpdateState;

bool is_in(const std::optional<domain::Update>& update, UpdateState state) {
    return update && update->state == state;
}

}  // namespace

domain::AppointmentId appointment_of(const Visit& visit) {
    return domain::AppointmentId(visit.request.judged.id);
}

base::Result<Shown> look_at_appointment(Office& office, const Visit& visit, const std::string& what) {
    Shown shown;
    const auto read = [&](app::Transaction& transaction) -> base::Done {
        const auto appointment = TRY(transaction.appointment(appointment_of(visit)));
        shown.row = TRY(app::board_row(transaction, appointment, visit.moment.now));
        shown.events = TRY(transaction.events_of(appointment.id));
        shown.seen = TRY(seen_mark(transaction, appointment.id));
        shown.update = TRY(transaction.update_of(appointment.id));
        shown.missed = TRY(transaction.breaches_of(appointment.id));
        shown.kiosks = TRY(transaction.kiosks());
        const app::RuleSet set = TRY(rules_now(office, transaction));
        shown.was_shut = app::is_shut(set.rules, set.calendar, domain::london_date(appointment.start));
        const auto referral = TRY(base::if_found(transaction.referral(appointment.referral)));
        if (referral) shown.reference = referral->reference;
        shown.only_noted_because =
            TRY(app::why_absence_is_only_noted(transaction, appointment, visit.moment));
        const auto names = TRY(app::look_at_names(transaction, {appointment.person}, visit.account.name, what,
                                                  visit.moment.now, office.needs.entropy));
        shown.name = names.empty() ? kNameNotHeld : names.begin()->second;
        return {};
    };
    TRY_DONE(office.needs.store.write_and_wait(read));
    return shown;
}

OpenActs open_acts(const Shown& shown, base::Instant now) {
    const domain::Appointment& appointment = shown.row.appointment;
    const domain::AttendanceRecord& record = shown.row.record;
    const auto& update = shown.update;
    const bool ours =
        domain::expected_here(appointment) && appointment.status == domain::AppointmentStatus::Live;
    const bool came = app::has_come(record);
    const bool any_arrival = came || record.came_after_end || record.time_waits_for_person;
    const bool over = now > domain::end_of(appointment);
    const bool absent = record.attendance == domain::Attendance::No;
    const bool submitted = update && update->submitted_at;
    OpenActs open;
    open.arrival = ours && !came;
    open.absence = ours && over && !came && !record.time_waits_for_person &&
                   (!absent || record.absence_in_question) && !submitted;
    open.not_held = came && now >= appointment.start && !record.not_held;
    open.submit = over && update && record.attendance && !submitted && !update->submit_decided &&
                  (is_in(update, UpdateState::Held) || is_in(update, UpdateState::Drafted) ||
                   is_in(update, UpdateState::WaitingForPerson));
    const bool call_is_due = submitted && is_in(update, UpdateState::WaitingForPerson);
    open.told = call_is_due || ((absent || (ours && over && !came)) && !app::is_told_of_all(shown.events));
    open.time = any_arrival;
    open.take_back = any_arrival;
    open.withdraw = absent && !submitted;
    open.held = record.not_held.has_value();
    open.corrected = is_in(update, UpdateState::WaitingForPerson) && !record.attendance && !submitted;
    open.resend = is_in(update, UpdateState::WaitingForPerson) && record.attendance && !submitted;
    return open;
}

}  // namespace server::reception
