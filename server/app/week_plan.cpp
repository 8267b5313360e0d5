#include "server/app/week_plan.h"

#include <algorithm>

#include "server/app/account.h"

namespace server::app {
namespace {

using domain::Date;
using domain::Session;

constexpr std::chrono::days kWeek{7};

Date days_after(Date day, std::chrono::days days) {
    return std::chrono::sys_days{day} + days;
}

bool overlap(const Session& a, const Session& b) {
    return a.start < b.end && b.start < a.end;
}

bool is_same_name(const std::string& a, const std::string& b) {
    return !a.empty() && comparable_name(a) == comparable_name(b);
}

/// The same time of the London clock a week later, also where the clocks change in between.
base::Instant week_later(base::Instant instant) {
    const Date day = domain::london_date(instant);
    const auto since_midnight = [](base::Instant at) {
        const std::string time = domain::london_time(at);
        return std::chrono::hours{std::stoi(time.substr(0, 2))} +
               std::chrono::minutes{std::stoi(time.substr(3))};
    };
    return domain::at_london_time(days_after(day, kWeek), since_midnight(instant));
}

}  // namespace

std::vector<Clash> clashes(std::span<const Session> sessions) {
    std::vector<Clash> found;
    for (auto one = sessions.begin(); one != sessions.end(); ++one) {
        if (one->state == domain::SessionState::Cancelled) continue;
        for (auto other = one + 1; other != sessions.end(); ++other) {
            if (other->state == domain::SessionState::Cancelled || !overlap(*one, *other)) continue;
            const Clash clash{one->id, other->id, is_same_name(one->room, other->room),
                              is_same_name(one->facilitator, other->facilitator)};
            if (clash.same_room || clash.same_facilitator) found.push_back(clash);
        }
    }
    return found;
}

base::Result<std::vector<Session>> week_from(View& view, Date monday) {
    const base::Instant from = domain::start_of(monday);
    const base::Instant to = domain::start_of(days_after(monday, kWeek));
    auto sessions = TRY(view.sessions_between(from, to));
    // One that was moved out of the week is planned elsewhere now.
    std::erase_if(sessions, [&](const Session& one) { return one.start < from || one.start >= to; });
    return sessions;
}

base::Result<Added> copy_week(Transaction& transaction, Date monday, const Editing& editing) {
    std::vector<Session> copies;
    for (Session session : TRY(week_from(transaction, monday))) {
        if (session.state == domain::SessionState::Cancelled) continue;
        session.start = week_later(session.start);
        session.end = week_later(session.end);
        session.state = domain::SessionState::Planned;
        session.changed_at.reset();
        session.was_start.reset();
        session.was_room.clear();
        copies.push_back(std::move(session));
    }
    if (copies.empty())
        return base::fail(base::ErrorKind::Conflict, "nothing is planned in this week that could be copied");
    return add_sessions(transaction, std::move(copies), editing);
}

}  // namespace server::app
