#pragma once

#include <string_view>

namespace fuzz {

/// What must hold for any body of a form: it is refused as InvalidInput by a short sentence of our own words,
/// or it is read, and what was read comes back the same when it is written and read again. Ends the program
/// when it does not hold. Returns whether it was read.
bool check_form(std::string_view body);

}  // namespace fuzz
