#pragma once

#include <optional>

#include "kiosk/app/key.h"

namespace kiosk::platform {

/// What a key of a keyboard or a number pad means, by GLFW's numbers; none for a key that means nothing here.
std::optional<app::KeyPressed> key_of(int glfw_key, int glfw_mods);

}  // namespace kiosk::platform
