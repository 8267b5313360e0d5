#include "server/app/decision_event.h"

#include <algorithm>

namespace server::app {
namespace {

bool blank(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

}  // namespace

base::Done check_actor(const std::string& actor) {
    if (!blank(actor) && actor.size() <= kActorBytesMax) return {};
    return base::fail(base::ErrorKind::InvalidInput, "say who it is, in at most 100 characters");
}

base::Done check(const Decision& decision) {
    TRY_DONE(check_actor(decision.actor));
    if (blank(decision.reason) || decision.reason.size() > kReasonBytesMax) {
        return base::fail(base::ErrorKind::InvalidInput, "give a reason, in at most 1000 characters");
    }
    return {};
}

domain::AttendanceEvent decision_event(domain::EventKind kind, const domain::Appointment& appointment,
                                       const Decision& decision, const Occasion& occasion) {
    domain::AttendanceEvent event = new_event(kind, appointment.id, appointment.person, occasion);
    event.actor = decision.actor;
    event.reason = decision.reason;
    return event;
}

base::Done check_came_at(const domain::Appointment& appointment, base::Instant came_at, base::Instant now) {
    if (came_at > now) {
        return base::fail(base::ErrorKind::InvalidInput, "the time of arrival is still to come");
    }
    if (!domain::is_on(appointment, domain::london_date(came_at))) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the time of arrival is not on the day of the appointment");
    }
    return {};
}

}  // namespace server::app
