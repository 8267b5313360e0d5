#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tests/sandbox/call.h"

namespace bench {

enum class Connections { Kept, FreshForWrites };

/// Makes these calls again as fast as it can: over one kept connection a lane, each lane on a thread of its
/// own, one after another within a lane. FreshForWrites: every write has a connection of its own, as the hub
/// makes them. Seconds; Unavailable unless every answer has the status that was noted in the call.
base::Result<double> repeat_calls(std::uint16_t port, const std::vector<std::vector<sandbox::Call>>& lanes,
                                  Connections connections);

}  // namespace bench
