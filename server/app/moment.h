#pragma once

#include <map>
#include <optional>
#include <string>

#include "server/app/opening_hours.h"
#include "shared/base/instant.h"
#include "shared/domain/date.h"
#include "shared/domain/device_time.h"

namespace server::app {

/// The server's time, read once for a request and passed on, with how far it can be relied on.
struct Moment {
    base::Instant now{};
    domain::ClockState clock = domain::ClockState::Sure;
};

/// The hub's rules: as an installer sets them (docs/settings.md), or with what managers have changed since
/// (server/app/rules_in_force.h). What counts on a day is told by server/app/hub_rules.h.
struct HubRules {
    std::chrono::seconds grace{300};        ///< after the start, still in time; for the whole contract
    std::chrono::minutes opens_at{8 * 60};  ///< London wall clock, minutes after midnight
    std::chrono::minutes closes_at{18 * 60};
    std::string help_from;  ///< who comes when somebody asks for a person, as a kiosk shows it; may be empty
    std::optional<WeekHours> week{};  ///< instead of opens_at and closes_at; none: those, on every day
    std::map<domain::Date, std::chrono::seconds> grace_from{};  ///< another grace from this day on
};

}  // namespace server::app
