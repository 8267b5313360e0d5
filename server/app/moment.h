#pragma once

#include <string>

#include "shared/base/instant.h"
#include "shared/domain/device_time.h"

namespace server::app {

/// The server's time, read once for a request and passed on, with how far it can be relied on.
struct Moment {
    base::Instant now{};
    domain::ClockState clock = domain::ClockState::Sure;
};

/// The hub's rules that an installer sets (docs/settings.md).
struct HubRules {
    std::chrono::seconds grace{300};        ///< after the start, still in time; for the whole contract
    std::chrono::minutes opens_at{8 * 60};  ///< London wall clock, minutes after midnight
    std::chrono::minutes closes_at{18 * 60};
    std::string help_from;  ///< who comes when somebody asks for a person, as a kiosk shows it; may be empty
};

}  // namespace server::app
