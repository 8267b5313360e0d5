#pragma once

#include <array>
#include <vector>

#include "kiosk/screens/parts.h"

namespace kiosk::screens {

/// A mode that a person switches by one press.
struct Toggle {
    app::Mode mode;
    const char* id;  ///< of the node and of its word in the catalogue
    const char* icon;
};

/// Those of the strip, in its order.
inline constexpr std::array kToggles{
    Toggle{app::Mode::LargeText, "mode.large", "large"},
    Toggle{app::Mode::HighContrast, "mode.dark", "contrast"},
    Toggle{app::Mode::EasyRead, "mode.easy", "easy"},
    Toggle{app::Mode::Calm, "mode.calm", "calm"},
    Toggle{app::Mode::Speech, "mode.listen", "listen"},
};

/// The strip of toggles, the same on every screen; without Listen where the kiosk cannot speak.
std::vector<Node> toggles(const Scene& scene);

}  // namespace kiosk::screens
