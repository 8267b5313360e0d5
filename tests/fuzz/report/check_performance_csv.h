#pragma once

#include <string_view>

namespace fuzz {

/// What must hold for any file that is given as the official performance report: it is refused as
/// InvalidInput by a short sentence, or it is read to an end; every row that is read is written and read
/// again the same, every line that is not has a line number and a reason, and a comparison with it tells of
/// as many rows. Ends the program when it does not hold. Returns whether all of it was read.
bool check_performance_csv(std::string_view text);

}  // namespace fuzz
