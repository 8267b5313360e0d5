#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace base {

/// `14:07` as minutes after midnight. InvalidInput for anything but four digits around a colon, from `00:00`
/// to `23:59`.
Result<std::chrono::minutes> parse_time_of_day(std::string_view text);
/// The same the other way round; 0 to 1,439 minutes.
std::string time_of_day(std::chrono::minutes since_midnight);

}  // namespace base
