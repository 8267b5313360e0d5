#pragma once

#include "server/app/decide.h"

/// The parts that all decisions share; for decide_*.cpp only.
namespace server::app {

base::Done check(const Decision& decision);
/// The name of whoever acts.
base::Done check_actor(const std::string& actor);

/// An event of this decision, with its actor and reason.
domain::AttendanceEvent decision_event(domain::EventKind kind, const domain::Appointment& appointment,
                                       const Decision& decision, const Occasion& occasion);

/// InvalidInput when this is not a time at which somebody can have come for the appointment: it is still to
/// come, or of another London day.
base::Done check_came_at(const domain::Appointment& appointment, base::Instant came_at, base::Instant now);

}  // namespace server::app
