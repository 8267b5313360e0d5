#pragma once

#include <string_view>

#include "tests/support/protocol/every_decoder.h"

namespace fuzz {

/// What must hold for any input: it is refused as InvalidInput by a short printable sentence, or it is read,
/// and what was read comes back unchanged when it is written and read again. Ends the program when it does
/// not hold. Returns whether the input was read.
bool check_decoder(const support::Decoder& decoder, std::string_view input);

}  // namespace fuzz
