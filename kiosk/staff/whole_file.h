#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace kiosk::staff {

/// Small files only.
inline constexpr std::size_t kFileBytesMax = 4096;

/// What the file holds; none when there is no such file. Unavailable when it cannot be read, InvalidInput
/// beyond kFileBytesMax.
base::Result<std::optional<std::string>> read_whole(const std::string& path);

/// The whole text in place of what was there, or what was there: nothing in between, whenever the power goes.
/// Readable by the owner only. Unavailable when it cannot be written.
base::Done write_whole(const std::string& path, std::string_view text);

}  // namespace kiosk::staff
