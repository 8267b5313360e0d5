#pragma once

#include <optional>
#include <string>

#include "shared/base/result.h"

namespace kiosk::staff {

/// The hash that the file holds, on one line. None when there is no such file: then nothing opens the corner.
/// InvalidInput when it holds anything else.
base::Result<std::optional<std::string>> read_pin_file(const std::string& path);

/// In place of what was there, readable by the file's owner only. Unavailable when it cannot be written.
base::Done write_pin_file(const std::string& path, const std::string& hash);

/// Reads a new number twice from the terminal, without showing it, and writes its hash. InvalidInput when
/// there is no terminal, the two differ, or check_new_pin() refuses it.
base::Done ask_for_pin(const std::string& path);

}  // namespace kiosk::staff
