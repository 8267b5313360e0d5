#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace kiosk::text {

/// A PNG file's bytes from `width` x `height` pixels of red, green, blue, alpha (opaque: alpha is ignored).
/// The same pixels give the same bytes. InvalidInput when the sizes do not fit.
base::Result<std::string> encode_png(int width, int height, const std::vector<std::uint8_t>& rgba);

/// Writes such a file. Unavailable when it cannot be written.
base::Done write_png(const std::string& path, int width, int height, const std::vector<std::uint8_t>& rgba);

}  // namespace kiosk::text
