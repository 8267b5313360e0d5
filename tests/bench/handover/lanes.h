#pragma once

#include <cstddef>
#include <vector>

#include "tests/bench/handover/hub_and_town.h"

namespace bench {

/// The calls that reached the sandbox since its first `from` ones, without those for tokens, shared out among
/// lanes: all that concern one referral stay in one lane, in their order.
std::vector<std::vector<sandbox::Call>> lanes_since(HubAndTown& hub, std::size_t from, std::size_t lanes);

}  // namespace bench
