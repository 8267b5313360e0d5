#pragma once

#include <string>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace server::ctl {

/// When something was, as staff write it: `14:07` (today), `2026-11-22 14:07` (London), RFC 3339, or nothing
/// for now. InvalidInput for anything else.
base::Result<base::Instant> read_when(const std::string& text, base::Instant now);

}  // namespace server::ctl
