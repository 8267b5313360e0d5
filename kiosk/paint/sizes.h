#pragma once

#include <array>
#include <cstddef>

namespace kiosk::paint {

/// How much room a layout gives itself, in millimetres. What must fit decides: the first of kSizes that fits
/// is used. Words and spaces shrink from one to the next; no target gets smaller than panel.h allows.
struct Sizes {
    float side;                    ///< empty edge at left and right
    float title, text, note;       ///< capital heights
    float label, key;              ///< capital heights of what is pressed
    float paragraph;               ///< between two texts
    float block;                   ///< between two blocks
    float gap;                     ///< between two targets
    float primary, control, cell;  ///< least heights: main button, other buttons and choices, keys
    float words_share = 0.42F;     ///< of a landscape panel's width, for the words beside what is pressed
};

inline constexpr std::array kSizes{
    // On a large panel everything is at 0.7 degrees from 600 mm: a capital of 7.3 mm (EN 301 549 5.1.4).
    Sizes{18, 11.0F, 7.5F, 6.4F, 7.5F, 9.5F, 11, 20, 7, 40, 34, 34},
    Sizes{16, 9.0F, 5.8F, 5.0F, 5.8F, 7.5F, 9, 16, 6, 32, 27, 28},
    Sizes{14, 8.0F, 5.4F, 4.8F, 5.4F, 7.0F, 7, 11, 5, 29, 24, 25},
    Sizes{12, 7.2F, 5.1F, 4.8F, 5.1F, 6.4F, 5, 7, 4, 26, 21, 22},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20, 0.54F},
};

/// The same on every screen, so that nothing in the bar or at the top ever moves.
inline constexpr float kTopMm = 9;  ///< empty edge above the status line
inline constexpr float kBarPaddingMm = 4.5F;
inline constexpr float kBarSideMm = 8;
inline constexpr float kBarGapMm = 4;
inline constexpr float kBarTallMm = 24;          ///< height of a bar's button, less on a low panel
inline constexpr float kWideBarMm = 250;         ///< from this width on its words are larger:
inline constexpr std::size_t kWideBarSizes = 3;  ///< as these of kSizes
inline constexpr float kBarShare = 0.085F;       ///< of the panel's height
inline constexpr float kPaddingMm = 6;           ///< inside a control, left and right
inline constexpr float kInnerMm = 2;             ///< inside a control, above and below its words
inline constexpr float kLineLengthMm = 235;      ///< words run no wider than this
inline constexpr float kSplitMm = 14;            ///< between the two columns of a landscape panel

}  // namespace kiosk::paint
