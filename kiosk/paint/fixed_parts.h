#pragma once

#include "kiosk/paint/place_node.h"

namespace kiosk::paint {

/// The parts of a screen that are the same whatever its body needs, each put into `layout` in the place it
/// has on every screen. From the foot upwards on an upright panel: the strip of toggles, the bar. On a
/// landscape panel the bar has the foot and the toggles stand in a column at the line's end.
void put_strip(Layout& layout, const screens::Screen& screen, const Setting& setting);
/// After put_strip(): the bar stands on it.
void put_bar(Layout& layout, const screens::Screen& screen, const Setting& setting);
void put_status(Layout& layout, const screens::Screen& screen, const Setting& setting);

}  // namespace kiosk::paint
