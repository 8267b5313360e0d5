#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/vault.h"

namespace server::evidence {

/// Lower case.
std::string to_hex(std::string_view bytes);
/// None for an odd number of digits and for anything but lower-case hexadecimal digits.
std::optional<std::string> from_hex(std::string_view digits);

inline std::string bytes_of(const app::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
/// None for another size.
std::optional<app::Digest> digest_from_hex(std::string_view digits);

}  // namespace server::evidence
