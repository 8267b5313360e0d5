#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"

namespace kiosk::runtime {

/// A node as it was drawn; places in pixels from the window's upper left corner.
struct DrawnNode {
    std::string id;
    std::string role;
    std::string label;
    bool can_be_pressed = false;
    int x = 0, y = 0, width = 0, height = 0;
};

struct DrawnScreen {
    std::string screen;
    std::string language;
    std::vector<DrawnNode> nodes;  ///< in reading order
};

/// Writes what is drawn as JSON, whole or not at all, so that a driver or a test knows where to touch. For
/// demos and tests only: it holds what a person sees. Unavailable when it cannot be written.
base::Done write_screen_file(const std::string& path, const DrawnScreen& drawn);

}  // namespace kiosk::runtime
