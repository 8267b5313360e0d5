#pragma once

#include <string>

namespace support {

/// What a reader that is not ours (ZBar) reads in the code of a printed slip; empty when it reads nothing.
/// The squares are drawn from the sheet's path, with the white around them that the sheet leaves.
std::string read_sheet(const std::string& svg);

}  // namespace support
