#pragma once

#include <string_view>

namespace fuzz {

/// What must hold for any text given as a calendar: it is refused in our own words, or what is taken of it
/// keeps the rules and comes back the same when it is written and read again. Ends the program when it does
/// not hold. Returns whether all of it was taken.
bool check_calendar(std::string_view text);

}  // namespace fuzz
