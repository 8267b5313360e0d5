#pragma once

#include <string>
#include <string_view>

#include "shared/languages/language.h"

namespace script {

/// The code points of UTF-8 text.
std::u32string letters_of(std::string_view text);

/// The first code point that is neither a sign everybody uses (digits, punctuation, spaces) nor a letter of
/// this language; 0 when there is none.
char32_t first_stranger(const languages::Language& language, std::u32string_view text);

}  // namespace script
