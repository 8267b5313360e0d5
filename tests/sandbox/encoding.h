#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// RFC 4648, with `-` and `_` and without `=`.
std::string base64url(std::string_view bytes);
/// RFC 4648 with or without `=`; nothing for other characters.
std::optional<std::string> from_base64(std::string_view text);
/// `a=b&c=d` with %XX and `+` undone; the last of equal names counts.
std::map<std::string, std::string> form_fields(std::string_view text);

}  // namespace sandbox
