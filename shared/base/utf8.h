#pragma once

#include <string_view>

namespace base {

/// Whether a text is UTF-8 as RFC 3629 has it: no character in too long a form, no half of a pair, nothing
/// beyond the last character.
bool is_utf8(std::string_view text);

}  // namespace base
