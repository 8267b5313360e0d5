#pragma once

#include <array>

#include "kiosk/app/key.h"

namespace kiosk::app {

/// Opens the staff corner (docs/operations.md). Five keys and Select are enough for it, none of these presses
/// anything on the first screen, and who only looks around has no reason to go back between two moves.
inline constexpr std::array kStaffKeys{Key::Back, Key::Previous, Key::Back, Key::Next,
                                       Key::Back, Key::Previous, Key::Back, Key::Next};

}  // namespace kiosk::app
