#pragma once

#include <span>
#include <string_view>

namespace fuzz {

/// What comes in by the scanner: the text of a code, and the keys that type one.
struct ScannerInput {
    const char* name;  ///< also of its corpus
    /// Whether it was taken. Ends the program when what must hold for any bytes does not.
    bool (*check)(std::string_view bytes);
};

std::span<const ScannerInput> scanner_inputs();
/// nullptr when there is none of this name.
const ScannerInput* scanner_input(std::string_view name);

}  // namespace fuzz
