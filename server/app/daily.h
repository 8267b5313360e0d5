#pragma once

#include <chrono>

#include "shared/base/instant.h"

namespace server::app {

/// The newest moment, not after `now`, at which London's wall clocks showed this time (minutes after
/// midnight).
base::Instant newest_daily(base::Instant now, std::chrono::minutes wall_clock);

}  // namespace server::app
