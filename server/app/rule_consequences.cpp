#include "server/app/rule_consequences.h"

#include <algorithm>
#include <set>

#include "server/app/forward_step.h"
#include "server/app/hub_rules.h"
#include "shared/base/if_found.h"
#include "shared/domain/itinerary.h"

namespace server::app {
namespace {

using domain::Date;
using std::chrono::sys_days;

bool becomes_shut(const RuleSet& before, const RuleSet& after, base::Instant at) {
    return is_shut_at(after.rules, after.calendar, at) && !is_shut_at(before.rules, before.calendar, at);
}

/// The deadline that a calendar gives to an update; none: it was submitted, or its appointment is held no
/// more.
base::Result<std::optional<base::Instant>> deadline_by(View& view, const domain::Update& update,
                                                       const domain::Calendar& calendar) {
    if (update.submitted_at) return std::nullopt;
    const auto appointment = TRY(base::if_found(view.appointment(update.appointment)));
    if (!appointment) return std::nullopt;
    return domain::deadline_of(update.attendance, *appointment, calendar);
}

}  // namespace

base::Result<Consequences> what_follows(View& view, const RuleSet& before, const RuleSet& after,
                                        std::optional<Date> day, base::Instant now) {
    Consequences out;
    const Date today = domain::london_date(now);
    std::set<Date> days;
    for (std::chrono::days ahead{0}; ahead <= kExpectedAhead; ++ahead) days.insert(sys_days{today} + ahead);
    if (day && *day >= today) days.insert(*day);
    std::set<domain::PersonId> people;
    for (const Date one : days) {
        for (const domain::Appointment& appointment : TRY(view.appointments_on(one))) {
            const bool is_met = domain::expected_here(appointment) && appointment.start > now &&
                                becomes_shut(before, after, appointment.start);
            if (is_met) people.insert(appointment.person);
        }
        const base::Instant from = std::max(now, domain::start_of(one));
        for (const domain::Session& session :
             TRY(view.sessions_between(from, domain::start_of(domain::next_day(one))))) {
            const bool is_on = session.state != domain::SessionState::Cancelled && session.start > now &&
                               domain::london_date(session.start) == one;
            if (is_on && becomes_shut(before, after, session.start)) ++out.sessions;
        }
    }
    out.people = static_cast<unsigned>(people.size());
    for (const domain::Update& update : TRY(view.updates_owed())) {
        const auto deadline = TRY(deadline_by(view, update, after.calendar));
        if (!deadline || *deadline >= update.deadline) continue;
        ++out.sooner;
        if (*deadline <= now && update.deadline > now) ++out.missed;
    }
    return out;
}

base::Done move_deadlines(Transaction& transaction, const domain::Calendar& calendar, base::Instant now) {
    for (domain::Update& update : TRY(transaction.updates_owed())) {
        const auto deadline = TRY(deadline_by(transaction, update, calendar));
        if (!deadline || *deadline == update.deadline) continue;
        update.deadline = *deadline;
        update.why = with_deadline(without_deadline(update.why), update, now);
        TRY_DONE(transaction.put(update));
    }
    return {};
}

}  // namespace server::app
