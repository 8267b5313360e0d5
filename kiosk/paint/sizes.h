#pragma once

#include <array>
#include <cstddef>

#include "kiosk/paint/panel.h"

namespace kiosk::paint {

/// How much room a layout gives itself, in millimetres. What must fit decides: the first of its list that
/// fits is used. Words and spaces shrink from one to the next; no target gets smaller than panel.h allows.
struct Sizes {
    float side;                    ///< empty edge at left and right
    float title, text, note;       ///< capital heights
    float label, key;              ///< capital heights of what is pressed
    float paragraph;               ///< between two texts
    float block;                   ///< between two blocks
    float gap;                     ///< between two targets
    float primary, control, cell;  ///< least heights: main button, other buttons and choices, keys
    float padding;                 ///< inside a control, left and right
    float icons;                   ///< size of pictograms, times the usual
    float picture;                 ///< of Easy Read
    float words_share = 0.42F;     ///< of a landscape panel's width, for the words beside what is pressed
    unsigned more_columns = 0;     ///< that a grid of small cells may have on a landscape panel
};

inline constexpr std::array kSizes{
    Sizes{18, 11.0F, 7.5F, 6.4F, 7.5F, 9.5F, 11, 20, 7, 40, 34, 34, 6, 1, 60},
    Sizes{16, 9.0F, 5.8F, 5.0F, 5.8F, 7.5F, 9, 16, 6, 32, 27, 28, 6, 1, 40},
    Sizes{14, 8.0F, 5.4F, 4.8F, 5.4F, 7.0F, 7, 11, 5, 29, 24, 25, 6, 1, 30},
    Sizes{12, 7.2F, 5.1F, 4.8F, 5.1F, 6.4F, 5, 7, 4, 26, 21, 22, 6, 1, 24},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20, 6, 1, 20},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20, 6, 1, 20, 0.54F},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20, 3, 0.9F, 16, 0.42F},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20, 3, 0.9F, 16, 0.62F},
    Sizes{8, 6.0F, 4.8F, 4.8F, 4.8F, 5.6F, 3, 4, 3.2F, 25, 20, 20, 4, 1, 16, 0.36F, 2},
};

/// Large text at kReadingMm: no capital is lower than kCapL.
inline constexpr float kCapL = kLargeCapShare * kReadingMm;
inline constexpr std::array kLargeSizes{
    Sizes{18, 12.0F, 9.0F, 8.0F, 9.0F, 10.0F, 11, 18, 7, 42, 36, 34, 6, 1, 60},
    Sizes{16, 10.0F, 8.0F, kCapL, 8.0F, 9.0F, 9, 14, 6, 36, 30, 30, 6, 1, 40},
    Sizes{14, 8.5F, kCapL, kCapL, kCapL, 8.5F, 6, 10, 5, 30, 26, 26, 5, 0.9F, 30},
    Sizes{10, kCapL, kCapL, kCapL, kCapL, kCapL, 4, 6, 4, 26, 22, 22, 4, 0.8F, 22},
    Sizes{6, kCapL, kCapL, kCapL, kCapL, kCapL, 3, 4, 3.0F, 25, 20, 20, 3, 0.75F, 20},
    Sizes{6, kCapL, kCapL, kCapL, kCapL, kCapL, 3, 4, 3.0F, 25, 20, 20, 3, 0.75F, 16, 0.54F},
    Sizes{6, kCapL, kCapL, kCapL, kCapL, kCapL, 1, 4, 3.0F, 25, 20, 20, 3, 0.75F, 8, 0.62F},
    Sizes{4, kCapL, kCapL, kCapL, kCapL, kCapL, 2, 3, 3.0F, 25, 20, 20, 3, 0.75F, 12, 0.36F, 2},
    Sizes{4, kCapL, kCapL, kCapL, kCapL, kCapL, 1, 3, 3.0F, 25, 20, 20, 2, 0.75F, 6, 0.28F, 2},
};

/// The sizes of a mode at the panel's viewing distance.
inline std::size_t sizes_count(bool large_text) {
    return large_text ? kLargeSizes.size() : kSizes.size();
}
inline Sizes sizes_at(std::size_t number, bool large_text, const Panel& panel) {
    if (!large_text) return kSizes[number];
    Sizes sizes = kLargeSizes[number];
    const float further = panel.reading_mm / kReadingMm;
    for (float* cap : {&sizes.title, &sizes.text, &sizes.note, &sizes.label, &sizes.key}) *cap *= further;
    return sizes;
}

/// The same on every screen, so that nothing in the bar or at the top ever moves.
inline constexpr float kTopMm = 9;     ///< empty edge above the status line
inline constexpr float kLowTopMm = 5;  ///< the same on a landscape panel and in large text
inline float top_mm(const Panel& panel, bool large_text) {
    return panel.landscape() || large_text ? kLowTopMm : kTopMm;
}
inline float bar_padding_mm(const Panel& panel) {
    return panel.landscape() ? 3.2F : 4.5F;
}
inline constexpr float kBarSideMm = 8;
inline constexpr float kBarGapMm = 4;
inline constexpr float kBarTallMm = 24;          ///< height of a bar's button, less on a low panel
inline constexpr float kWideBarMm = 250;         ///< from this width on its words are larger:
inline constexpr std::size_t kWideBarSizes = 3;  ///< as these of kSizes
inline constexpr float kBarShare = 0.085F;       ///< of the panel's height
inline constexpr float kInnerMm = 2;             ///< inside a control, above and below its words
inline constexpr float kKeyInnerMm = 0.4F;       ///< inside a cell of a grid
inline constexpr float kLineLengthMm = 235;      ///< words run no wider than this
inline constexpr float kSplitMm = 14;            ///< between the two columns of a landscape panel

/// A row of a picture: the scale under its words.
inline constexpr float kScaleMm = 7;         ///< its height
inline constexpr float kBarsMm = 40;         ///< height of the bars that test a panel
inline constexpr float kScaleGapMm = 1;      ///< between words and scale
inline constexpr float kScaleWidthMm = 130;  ///< at most

/// The strip of toggles.
inline constexpr float kBesideStripMm = 4;  ///< before and after its edge, where it is a column
inline constexpr float kToggleGapMm = 3.2F;
inline constexpr float kTogglePaddingMm = 2;     ///< around its contents
inline constexpr float kToggleIconMm = 8;        ///< size of its pictogram
inline constexpr float kToggleLargeIconMm = 10;  ///< the same in large text
inline constexpr float kToggleTickMm = 5;        ///< across its tick, at the pictogram's lower corner
inline constexpr float kToggleTickRimMm = 0.5F;  ///< that parts it from the pictogram
inline constexpr float kToggleIconGapMm = 2.5F;  ///< between pictogram and word
inline constexpr float kToggleBesideMm = 50;     ///< from this width on the word stands beside the pictogram
inline constexpr int kTogglesInARowOfLarge = 3;  ///< on an upright panel, in large text

}  // namespace kiosk::paint
