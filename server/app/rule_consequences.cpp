#include "server/app/rule_consequences.h"

#include <algorithm>
#include <set>

#include "server/app/align_deadlines.h"
#include "server/app/hub_rules.h"
#include "shared/base/if_found.h"
#include "shared/domain/itinerary.h"

namespace server::app {
namespace {

using domain::Date;
using std::chrono::sys_days;

/// A bank holiday moves deadlines of appointments of so many days before it: what comes between them and the
/// next business day, at the longest, and some more.
constexpr std::chrono::days kMovesBack{14};

bool becomes_shut(const RuleSet& before, const RuleSet& after, base::Instant at) {
    return is_shut_at(after.rules, after.calendar, at) && !is_shut_at(before.rules, before.calendar, at);
}

struct Counting {
    View& view;
    const RuleSet& before;
    const RuleSet& after;
    base::Instant now{};
    Consequences out{};
    std::set<std::string> whom{};

    bool is_met(base::Instant start, base::Instant end) const {
        if (start <= now) return false;
        const base::Instant last = std::max(start, end - std::chrono::microseconds{1});
        return becomes_shut(before, after, start) || becomes_shut(before, after, last);
    }

    base::Done expected_on(const std::set<Date>& days) {
        std::set<domain::PersonId> people;
        for (const Date one : days) {
            for (const domain::Appointment& appointment : TRY(view.appointments_on(one))) {
                if (!domain::expected_here(appointment) ||
                    !is_met(appointment.start, domain::end_of(appointment)))
                    continue;
                people.insert(appointment.person);
                whom.insert("appointment/" + appointment.id.text());
            }
            const base::Instant from = std::max(now, domain::start_of(one));
            for (const domain::Session& session :
                 TRY(view.sessions_between(from, domain::start_of(domain::next_day(one))))) {
                const bool is_on = session.state != domain::SessionState::Cancelled &&
                                   domain::london_date(session.start) == one;
                if (!is_on || !is_met(session.start, session.end)) continue;
                ++out.sessions;
                whom.insert("session/" + session.id.text());
            }
        }
        out.people = static_cast<unsigned>(people.size());
        return {};
    }

    base::Done owed() {
        for (const domain::Update& update : TRY(view.updates_owed())) {
            const auto deadline = TRY(deadline_by(view, update, after.calendar));
            if (!deadline || *deadline >= update.deadline) continue;
            ++out.sooner;
            if (*deadline <= now && update.deadline > now) ++out.missed;
            whom.insert("sooner/" + update.appointment.text());
        }
        return {};
    }

    base::Done submitted_about(Date day) {
        const base::Instant from = domain::start_of(sys_days{day} - kMovesBack);
        for (const domain::Update& update :
             TRY(view.updates_between(from, domain::start_of(domain::next_day(day))))) {
            if (!update.submitted_at || !TRY(becomes_late(update))) continue;
            ++out.late;
            whom.insert("late/" + update.appointment.text());
        }
        return {};
    }

    base::Result<bool> becomes_late(const domain::Update& update) {
        const auto appointment = TRY(base::if_found(view.appointment(update.appointment)));
        if (!appointment) return false;
        const domain::Month month = domain::month_of(domain::london_date(appointment->start));
        if (TRY(view.frozen_month(month))) return false;
        const auto in_time = [&](const domain::Calendar& calendar) {
            return *update.submitted_at < domain::deadline_of(update.attendance, *appointment, calendar);
        };
        return in_time(before.calendar) && !in_time(after.calendar);
    }
};

/// FNV-1a: the same for the same ids, and another one for others.
std::uint64_t mark_of(const std::set<std::string>& whom) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::string& one : whom) {
        for (const char c : one + '\n') {
            hash ^= static_cast<unsigned char>(c);
            hash *= 0x100000001b3ULL;
        }
    }
    return hash;
}

}  // namespace

bool moves_deadlines(const RuleValue& value) {
    const auto* change = std::get_if<DayChange>(&value);
    if (change == nullptr) return false;
    switch (change->rule) {
        case DayRule::Closed:
        case DayRule::Open:
            return false;
        case DayRule::BankHoliday:
        case DayRule::NoBankHoliday:
        case DayRule::AsListed:
            break;
    }
    return true;
}

base::Result<Consequences> what_follows(View& view, const RuleSet& before, const RuleSet& after,
                                        const RuleValue& value, base::Instant now) {
    Counting counting{view, before, after, now};
    const Date today = domain::london_date(now);
    std::set<Date> days;
    for (std::chrono::days ahead{0}; ahead <= kExpectedAhead; ++ahead) days.insert(sys_days{today} + ahead);
    const auto* change = std::get_if<DayChange>(&value);
    if (change != nullptr && change->day >= today) days.insert(change->day);
    TRY_DONE(counting.expected_on(days));
    if (change != nullptr && moves_deadlines(value)) {
        TRY_DONE(counting.owed());
        TRY_DONE(counting.submitted_about(change->day));
    }
    if (counting.out.any()) counting.out.whom = mark_of(counting.whom);
    return counting.out;
}

}  // namespace server::app
