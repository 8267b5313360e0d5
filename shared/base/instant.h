#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace base {

/// A moment in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Reads RFC 3339: `2026-11-22T14:07:00Z`, `+01:00` offsets, up to nine fractional digits (cut to six).
/// InvalidInput for anything else, for impossible dates and for years outside 1970-2200.
Result<Instant> parse_instant(std::string_view text);

/// `2026-11-22T14:07:00Z`; with a fraction of exactly six digits when there is one.
std::string to_text(Instant instant);

}  // namespace base
