#pragma once

#include <string_view>

namespace fuzz {

/// What must hold for any file that is given to be joined: it is refused as InvalidInput by a short sentence
/// that names the file and a line, or it is read, and what was read comes back the same when it is written
/// and read again. Ends the program when it does not hold. Returns whether it was read.
bool check_report_csv(std::string_view text);

}  // namespace fuzz
