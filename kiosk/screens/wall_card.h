#pragma once

#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"

namespace kiosk::screens {

enum class CanSpeak { No, Yes };

/// What makes a kiosk easier, for a card on the wall beside it (EN 301 549 12.1.1): the toggles by their own
/// words and pictograms, headphones where the kiosk can speak this language, the keys, and a person. It has
/// nothing to press.
Screen wall_card(const Words& words, CanSpeak speech);

}  // namespace kiosk::screens
