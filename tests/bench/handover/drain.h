#pragma once

#include <cstddef>

#include "shared/base/result.h"
#include "tests/bench/handover/hub_and_town.h"

namespace bench {

/// Reception recorded the first `updates` of yesterday's sessions, one in ten of them late, and decided to
/// submit each: so many updates wait in the outbox.
base::Done owe_updates(HubAndTown& hub, std::size_t updates);

/// The real outbox brings all of it; seconds. Unavailable when anything is left, or when the sandbox was told
/// anything else than once of each.
base::Result<double> drain(HubAndTown& hub, std::size_t updates);

}  // namespace bench
