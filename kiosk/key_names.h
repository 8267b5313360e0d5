#pragma once

#include "kiosk/platform/window.h"
#include "kiosk/screens/keypad.h"

namespace kiosk {

/// What each key is for (docs/keys.md).
screens::KeyPress key_press_of(const platform::Key& key);

}  // namespace kiosk
