#pragma once

#include <array>
#include <cstdint>

namespace kiosk::paint {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;

    constexpr bool operator==(const Colour&) const = default;
};

/// Warm paper, dark ink, one deep teal. No red anywhere: nothing here is an alarm (checklist C58).
namespace palette {
inline constexpr Colour kPage{0xFA, 0xF7, 0xF1};         ///< behind everything
inline constexpr Colour kBand{0xEF, 0xE9, 0xDF};         ///< behind the bar at the foot
inline constexpr Colour kCard{0xFF, 0xFF, 0xFF};         ///< inside something to press
inline constexpr Colour kInk{0x23, 0x1F, 0x1B};          ///< words
inline constexpr Colour kQuietInk{0x4B, 0x45, 0x3D};     ///< quieter words
inline constexpr Colour kSoftInk{0x6B, 0x64, 0x5A};      ///< words of a control that is switched off
inline constexpr Colour kEdge{0x7D, 0x74, 0x68};         ///< edge of something to press
inline constexpr Colour kTeal{0x0E, 0x4D, 0x4A};         ///< the main thing to press; pictograms
inline constexpr Colour kTealPressed{0x07, 0x30, 0x2F};  ///< the same under a finger
inline constexpr Colour kTint{0xDC, 0xEA, 0xE7};         ///< any other control under a finger, or selected
inline constexpr Colour kCalm{0xE4, 0xEF, 0xE6};         ///< the panel that says "this was recorded"
inline constexpr Colour kLeaf{0x1C, 0x51, 0x38};         ///< its edge and tick
inline constexpr Colour kRing{0x1F, 0x4A, 0x96};         ///< the ring around the control in focus
}  // namespace palette

/// Two colours that stand against one another, what they are for, the least ratio allowed, and the ratio they
/// have (WCAG 2.2, 1.4.3 and 1.4.11), measured by a test.
struct Contrast {
    Colour front, behind;
    const char* what;
    double least;
    double measured;
};

inline constexpr double kTextContrast = 7.0;
inline constexpr double kControlContrast = 3.0;
inline constexpr double kDisabledContrast = 4.5;

inline constexpr std::array kContrasts{
    Contrast{palette::kInk, palette::kPage, "words on the page", kTextContrast, 15.30},
    Contrast{palette::kInk, palette::kCard, "words on a control", kTextContrast, 16.36},
    Contrast{palette::kInk, palette::kTint, "words on a pressed control", kTextContrast, 13.22},
    Contrast{palette::kInk, palette::kCalm, "words on the success panel", kTextContrast, 13.86},
    Contrast{palette::kQuietInk, palette::kPage, "a note on the page", kTextContrast, 8.86},
    Contrast{palette::kCard, palette::kTeal, "words on the main control", kTextContrast, 9.64},
    Contrast{palette::kCard, palette::kTealPressed, "the same, pressed", kTextContrast, 14.26},
    Contrast{palette::kSoftInk, palette::kPage, "words of a control that is off", kDisabledContrast, 5.46},
    Contrast{palette::kTeal, palette::kPage, "the main control, a pictogram", kControlContrast, 9.01},
    Contrast{palette::kTeal, palette::kCard, "a pictogram on a control", kControlContrast, 9.64},
    Contrast{palette::kTeal, palette::kTint, "a pictogram on a pressed control", kControlContrast, 7.79},
    Contrast{palette::kEdge, palette::kPage, "a control's edge on the page", kControlContrast, 4.30},
    Contrast{palette::kEdge, palette::kBand, "a control's edge on the bar", kControlContrast, 3.81},
    Contrast{palette::kLeaf, palette::kCalm, "the tick of success", kControlContrast, 7.79},
    Contrast{palette::kLeaf, palette::kPage, "the success panel's edge", kControlContrast, 8.60},
    Contrast{palette::kRing, palette::kPage, "the ring on the page", kControlContrast, 7.92},
    Contrast{palette::kRing, palette::kBand, "the ring on the bar", kControlContrast, 7.02},
};

}  // namespace kiosk::paint
