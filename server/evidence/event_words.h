#pragma once

#include <string>

#include "shared/domain/attendance.h"

namespace server::evidence {

/// Why a session was not held, in words.
std::string not_held_words(domain::NoSessionReason reason);

}  // namespace server::evidence
