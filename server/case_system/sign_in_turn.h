#pragma once

#include <chrono>
#include <string>

#include "shared/base/file_handle.h"
#include "shared/base/result.h"

namespace server::case_system {

/// The turn of the one process that uses the linked user's refresh token: of two that use it at once,
/// hub-server and hubctl, one would be left with a token that is worth nothing. It is a lock of the operating
/// system (flock) on `file`, which is made when it is missing; the turn ends when the handle is closed or the
/// process ends, however it ends. Waits for `wait_max` at most, then Conflict; Unavailable when the file
/// cannot be used.
base::Result<base::FileHandle> take_sign_in_turn(const std::string& file, std::chrono::milliseconds wait_max);

}  // namespace server::case_system
