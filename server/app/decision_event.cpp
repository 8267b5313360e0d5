#include "server/app/decision_event.h"

#include <algorithm>

namespace server::app {
namespace {

bool blank(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

}  // namespace

base::Done check(const Decision& decision) {
    if (blank(decision.actor) || decision.actor.size() > kActorBytesMax) {
        return base::fail(base::ErrorKind::InvalidInput, "say who decides, in at most 100 characters");
    }
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
    if (domain::london_date(came_at) != domain::london_date(appointment.start)) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the time of arrival is not on the day of the appointment");
    }
    return {};
}

}  // namespace server::app
