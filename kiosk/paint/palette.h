#pragma once

#include <array>
#include <cstdint>

#include "kiosk/app/modes.h"

namespace kiosk::paint {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;

    constexpr bool operator==(const Colour&) const = default;
};

/// Every colour of a screen. No alarming red in any of them: nothing here is an alarm (checklist C58).
struct Palette {
    Colour page;            ///< behind everything
    Colour band;            ///< behind the bar at the foot and the toggles
    Colour card;            ///< inside something to press
    Colour ink;             ///< words
    Colour quiet_ink;       ///< quieter words
    Colour soft_ink;        ///< words of a control that is switched off
    Colour edge;            ///< edge of something to press
    Colour accent;          ///< the main thing to press; pictograms
    Colour accent_pressed;  ///< the same under a finger
    Colour on_accent;       ///< words on it
    Colour tint;            ///< any other control under a finger, or selected
    Colour calm;            ///< the panel that says "this was recorded"
    Colour leaf;            ///< its edge and tick
    Colour ring;            ///< the ring around the control in focus
};

/// Warm paper, dark ink, one deep teal.
inline constexpr Palette kWarm{
    .page = {0xFA, 0xF7, 0xF1},
    .band = {0xEF, 0xE9, 0xDF},
    .card = {0xFF, 0xFF, 0xFF},
    .ink = {0x23, 0x1F, 0x1B},
    .quiet_ink = {0x4B, 0x45, 0x3D},
    .soft_ink = {0x6B, 0x64, 0x5A},
    .edge = {0x7D, 0x74, 0x68},
    .accent = {0x0E, 0x4D, 0x4A},
    .accent_pressed = {0x07, 0x30, 0x2F},
    .on_accent = {0xFF, 0xFF, 0xFF},
    .tint = {0xDC, 0xEA, 0xE7},
    .calm = {0xE4, 0xEF, 0xE6},
    .leaf = {0x1C, 0x51, 0x38},
    .ring = {0x1F, 0x4A, 0x96},
};

/// High contrast is light on dark: the ordinary screen is dark on light with 15 to 1 already, and eyes that
/// glare troubles are helped by little light, not by more of it. White words, yellow for what is pressed.
inline constexpr Palette kLightOnDark{
    .page = {0x00, 0x00, 0x00},
    .band = {0x1C, 0x1C, 0x1C},
    .card = {0x00, 0x00, 0x00},
    .ink = {0xFF, 0xFF, 0xFF},
    .quiet_ink = {0xFF, 0xFF, 0xFF},
    .soft_ink = {0xB4, 0xB4, 0xB4},
    .edge = {0xFF, 0xFF, 0xFF},
    .accent = {0xFF, 0xE7, 0x4A},
    .accent_pressed = {0xFF, 0xF8, 0xDC},
    .on_accent = {0x00, 0x00, 0x00},
    .tint = {0x3C, 0x3A, 0x22},
    .calm = {0x00, 0x00, 0x00},
    .leaf = {0x8C, 0xF0, 0xB0},
    .ring = {0x6C, 0xD4, 0xFF},
};

constexpr const Palette& palette_of(const app::Modes& modes) {
    return modes.high_contrast ? kLightOnDark : kWarm;
}

/// Two colours that stand against one another, what they are for, and the least ratio allowed (WCAG 2.2,
/// 1.4.3, 1.4.6 and 1.4.11).
struct Contrast {
    Colour front, behind;
    const char* what;
    double least;
};

inline constexpr double kTextContrast = 7.0;
inline constexpr double kControlContrast = 3.0;
inline constexpr double kDisabledContrast = 4.5;

/// Every pair of colours that is drawn.
constexpr auto contrasts_of(const Palette& p) {
    return std::array{
        Contrast{p.ink, p.page, "words on the page", kTextContrast},
        Contrast{p.ink, p.band, "words on the bar", kTextContrast},
        Contrast{p.ink, p.card, "words on a control", kTextContrast},
        Contrast{p.ink, p.tint, "words on a pressed or selected control", kTextContrast},
        Contrast{p.ink, p.calm, "words on the success panel", kTextContrast},
        Contrast{p.quiet_ink, p.page, "a note on the page", kTextContrast},
        Contrast{p.on_accent, p.accent, "words on the main control", kTextContrast},
        Contrast{p.on_accent, p.accent_pressed, "the same, pressed", kTextContrast},
        Contrast{p.soft_ink, p.page, "words of a control that is off", kDisabledContrast},
        Contrast{p.soft_ink, p.band, "the same in the bar", kDisabledContrast},
        Contrast{p.accent, p.page, "the main control, a pictogram", kControlContrast},
        Contrast{p.accent, p.band, "a pictogram on the bar", kControlContrast},
        Contrast{p.accent, p.card, "a pictogram on a control", kControlContrast},
        Contrast{p.accent, p.tint, "a pictogram on a pressed control, its tick", kControlContrast},
        Contrast{p.card, p.accent, "the tick of a toggle that is on", kControlContrast},
        Contrast{p.edge, p.page, "a control's edge on the page", kControlContrast},
        Contrast{p.edge, p.band, "a control's edge on the bar", kControlContrast},
        Contrast{p.leaf, p.calm, "the tick of success", kControlContrast},
        Contrast{p.leaf, p.page, "the success panel's edge", kControlContrast},
        Contrast{p.ring, p.page, "the ring on the page", kControlContrast},
        Contrast{p.ring, p.band, "the ring on the bar", kControlContrast},
    };
}

}  // namespace kiosk::paint
