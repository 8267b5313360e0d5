#pragma once

#include <set>
#include <string>

namespace server::reception {

/// Words that many people choose, in small letters: our own (assets/passwords) and those of the list that
/// Openwall has gathered from passwords that became known (Debian's john-data). Both are in the program.
std::set<std::string, std::less<>> denied_passwords();

}  // namespace server::reception
