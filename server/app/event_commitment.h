#pragma once

#include <string>

#include "server/app/vault.h"
#include "shared/domain/attendance.h"

namespace server::app {

/// All that an event says, with its salt before it, as the bytes that its commitment is the SHA-256 of
/// (docs/database.md, "The chain"). Two events never give the same bytes. Whoever has the salt and the event
/// can prove what was recorded; whoever has the commitment alone learns nothing.
std::string committed_bytes(const Digest& salt, const domain::AttendanceEvent& event);

}  // namespace server::app
