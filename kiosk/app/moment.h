#pragma once

#include "shared/domain/device_time.h"
#include "shared/domain/ids.h"

namespace kiosk::app {

/// Time and chance of one event, read by the runtime and passed on as values.
struct Moment {
    domain::DeviceTime clocks;   ///< durations are measured by `since_boot` only: the wall clock may be wrong
    domain::ArrivalId fresh_id;  ///< was never used; a new one at every event
};

}  // namespace kiosk::app
