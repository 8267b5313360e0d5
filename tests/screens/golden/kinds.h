#pragma once

#include <array>
#include <string>
#include <vector>

#include "kiosk/paint/cpu_raster.h"
#include "tests/support/kiosk/samples.h"

namespace golden {

/// One way in which every screen has its picture.
struct Kind {
    const char* name;
    const char* language;
    kiosk::app::Modes modes;
};

/// `longest` is the language whose texts take the most room, by measurement (Longest in golden_test.cpp).
inline constexpr std::array kKinds{
    Kind{"english", "en", {}},
    Kind{"longest", "pl", {}},
    Kind{"urdu", "ur", {}},
    Kind{"easy_read", "en", {.easy_read = true}},
    Kind{"high_contrast_large", "en", {.large_text = true, .high_contrast = true}},
};

/// A 21.5" panel at half its pixels: small pictures, and everything where it is in millimetres.
inline constexpr kiosk::paint::Panel kPanel{540, 960, 0.496F, {}};

struct Picture {
    std::string name;  ///< of the sample
    kiosk::paint::Pixels pixels;
};

/// Every sample screen; a new one is in it by itself.
std::vector<Picture> draw_all(const Kind& kind);

/// A number of all its colours: what is compared. FNV-1a, as sixteen hexadecimal digits.
std::string fingerprint(const kiosk::paint::Pixels& pixels);

/// The width of every text of a language on one line, in pixels.
long room_of(const std::string& language, kiosk::text::Shaper& shaper);

}  // namespace golden
