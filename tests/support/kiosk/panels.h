#pragma once

#include <array>

#include "kiosk/paint/panel.h"

namespace support {

struct NamedPanel {
    const char* name;
    kiosk::paint::Panel panel;
};

/// The panels a kiosk is built with, both ways up (checklist C56).
inline constexpr std::array kPanels{
    NamedPanel{"upright 21.5\"", {1080, 1920, 0.248F, {}}},
    NamedPanel{"wide 21.5\"", {1920, 1080, 0.248F, {}}},
    NamedPanel{"upright 15.6\"", {1080, 1920, 0.180F, {}}},
    NamedPanel{"wide 15.6\"", {1920, 1080, 0.180F, {}}},
};

/// The highest place where each may hang (kiosk/settings): 900 mm above the floor.
inline constexpr std::array kHighPanels{
    NamedPanel{"upright 21.5\" at 900 mm", {1080, 1920, 0.248F, 900.0F}},
    NamedPanel{"wide 21.5\" at 900 mm", {1920, 1080, 0.248F, 900.0F}},
    NamedPanel{"upright 15.6\" at 900 mm", {1080, 1920, 0.180F, 900.0F}},
    NamedPanel{"wide 15.6\" at 900 mm", {1920, 1080, 0.180F, 900.0F}},
};

}  // namespace support
