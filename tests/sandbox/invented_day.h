#pragma once

#include <cstdint>

#include "tests/sandbox/world.h"

namespace sandbox {

/// A day at a hub with invented people: `people` of them (1 to kInventedPeopleMax) with an appointment of the
/// Manchester contract spread from four hours before `now` to five hours after it. Most come to the hub's
/// address; some are telephone, video and office appointments, some belong to another contract (and another
/// hub), a few people are in custody. Among the dates of birth are clashes of day and month, four born on 1
/// January, and one that is not known. The same seed and `now` give the same day.
World invented_day(std::uint64_t seed, base::Instant now, int people = 60);

inline constexpr int kInventedPeopleMax = 2000;

}  // namespace sandbox
