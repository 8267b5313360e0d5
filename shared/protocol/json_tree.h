#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "shared/base/result.h"

namespace protocol {

using Json = nlohmann::ordered_json;

/// Reads one JSON text of at most `bytes_max` into a tree. InvalidInput when it is longer, not JSON, not
/// UTF-8, nested beyond kDepthMax, or has more than kFieldsMax fields in an object. A field that stands twice
/// becomes a `discarded` value, for the reader to name.
base::Result<Json> parse_strictly(std::string_view text, std::size_t bytes_max);

}  // namespace protocol
