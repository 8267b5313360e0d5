#pragma once

#include <vector>

#include "kiosk/screens/parts.h"

namespace kiosk::screens {

/// The strip of toggles, the same on every screen: one line of the table in toggles.cpp each.
std::vector<Node> toggles(const Scene& scene);

}  // namespace kiosk::screens
