#pragma once

#include <array>
#include <string>
#include <vector>

#include "kiosk/paint/layout.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/panels.h"
#include "tests/support/kiosk/samples.h"

/// Walks through the screens as a person can meet them.
namespace walk {

/// One screen on one panel.
struct Stop {
    std::string where;  ///< for a failure: language, screen, modes, panel
    std::string glass;  ///< the modes and the panel alone
    support::Sample sample;
    kiosk::paint::Layout layout;
};
using Panels = std::array<support::NamedPanel, 4>;

/// Everything with HUB_LONG=1; otherwise each screen once a mix of modes, on one of the panels in turn. Laid
/// out once and kept, without the pictures of the words.
const std::vector<Stop>& stops(const std::string& language, const Panels& panels);

/// Every sample screen of a language in one mix of modes.
struct Mix {
    const char* name;
    kiosk::app::Modes modes;
};
/// Calm and high contrast change no place and no size; they go along with the others.
inline constexpr std::array kMixes{
    Mix{"ordinary", {}},
    Mix{"large, calm", {.large_text = true, .calm = true}},
    Mix{"Easy Read, high contrast", {.high_contrast = true, .easy_read = true}},
    Mix{"large, Easy Read, high contrast", {.large_text = true, .high_contrast = true, .easy_read = true}},
};

}  // namespace walk
