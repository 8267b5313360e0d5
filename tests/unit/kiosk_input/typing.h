#pragma once

#include <cstdint>

#include "kiosk/input/code_reader.h"

/// The key of a letter or digit: what character_of() turns round.
namespace typing {

inline std::uint16_t code_of(char character) {
    for (std::uint16_t code = 0; code < 256; ++code) {
        if (kiosk::input::character_of(code) == character) return code;
    }
    return 0;
}

}  // namespace typing
