#pragma once

#include <string>
#include <vector>

#include "kiosk/paint/panel.h"
#include "kiosk/screens/screen.h"

namespace samples {

/// Screens as a kiosk has them, and the hardest ones to fit.
kiosk::screens::Screen welcome();
kiosk::screens::Screen privacy();
kiosk::screens::Screen days();
kiosk::screens::Screen months();
kiosk::screens::Screen letters();
kiosk::screens::Screen year();
kiosk::screens::Screen confirm();
kiosk::screens::Screen success();
kiosk::screens::Screen reasons();
kiosk::screens::Screen out_of_order();
/// A right-to-left screen (Urdu).
kiosk::screens::Screen confirm_urdu();

std::vector<kiosk::screens::Screen> all();

struct NamedPanel {
    std::string name;
    kiosk::paint::Panel panel;
};
/// 21.5" and 15.6" full HD, both ways up.
std::vector<NamedPanel> panels();

}  // namespace samples
