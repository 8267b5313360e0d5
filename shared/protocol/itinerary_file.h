#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/itinerary.h"

namespace protocol {

inline constexpr std::size_t kItineraryFileBytesMax = 4 * 1024 * 1024;

/// Reads a file of sessions that staff write or export (docs/itinerary.md): strictly, like every message, and
/// with what domain::check() looks at. The sessions have no id yet. InvalidInput names what is wrong and
/// where, such as `the field sessions[2].from must be a time such as 09:30`; nothing is taken from a file
/// that has a fault.
base::Result<std::vector<domain::Session>> decode_itinerary_file(std::string_view json);
/// The same file again. State and changes of a session do not stand in it.
std::string encode_itinerary_file(const std::vector<domain::Session>& sessions);

}  // namespace protocol
