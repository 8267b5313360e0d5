#pragma once

#include <string>

#include "shared/base/instant.h"

namespace sandbox {

/// `Sun, 22 Nov 2026 14:07:00 GMT` (RFC 9110 5.6.7); a fraction is cut off.
std::string http_date(base::Instant at);

}  // namespace sandbox
