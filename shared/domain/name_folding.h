#pragma once

#include <string>
#include <string_view>

/// Names as they are looked for, and cut short.
namespace domain {

/// As it is compared with what somebody typed: small letters without marks, `ł` as `l`, `ß` as `ss`, as
/// Unicode's Latin-ASCII has it; letters of other scripts stay.
std::string folded(std::string_view name);

/// The first character with the marks that belong to it, as a capital; empty of nothing.
std::string first_letter(std::string_view name);

}  // namespace domain
