#pragma once

#include <cmath>
#include <optional>

namespace kiosk::paint {

/// A capital of 0.7 degrees is so many times as high as the eye is away (EN 301 549 5.1.4): 7.3 mm at 600 mm.
inline constexpr float kLargeCapShare = 0.0122173F;
inline constexpr float kReadingMm = 600;

/// The glass a person stands before. Everything is laid out in millimetres on it.
struct Panel {
    int width_px = 1080;
    int height_px = 1920;
    float pitch_mm = 0.248F;         ///< distance from one pixel to the next; 0.248 is 21.5" full HD
    std::optional<float> bottom_mm;  ///< height of the panel's lower edge above the floor, where known
    float reading_mm = kReadingMm;   ///< from the eye to the glass

    /// Whole pixels, never less than asked for.
    int px(float mm) const { return static_cast<int>(std::ceil(mm / pitch_mm - 0.001F)); }
    float mm(float px) const { return px * pitch_mm; }
    /// The least height of a capital in large text.
    float large_cap_mm() const { return kLargeCapShare * reading_mm; }
    bool landscape() const { return width_px > height_px; }
};

/// Least sizes on the glass (checklist C16, C27, C56).
inline constexpr float kTargetMm = 20;
inline constexpr float kPrimaryHeightMm = 25;
inline constexpr float kGapMm = 3;
inline constexpr float kCapMm = 4.8F;
inline constexpr float kRingMinPx = 3;
/// Reach from the floor, also from a wheelchair (EN 301 549 8.3.2).
inline constexpr float kReachLowMm = 380;
inline constexpr float kReachHighMm = 1220;

/// A box in whole pixels from the panel's upper left corner.
struct Rect {
    int x = 0, y = 0, w = 0, h = 0;

    int right() const { return x + w; }
    int bottom() const { return y + h; }
    bool holds(float px, float py) const {
        return px >= static_cast<float>(x) && py >= static_cast<float>(y) &&
               px < static_cast<float>(right()) && py < static_cast<float>(bottom());
    }
    bool operator==(const Rect&) const = default;
};

}  // namespace kiosk::paint
