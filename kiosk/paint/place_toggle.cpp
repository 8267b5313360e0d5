#include <algorithm>

#include "kiosk/paint/place_node.h"

namespace kiosk::paint {
namespace {

float least_cap(const Setting& setting) {
    return setting.large_text ? setting.panel.large_cap_mm() : kCapMm;
}

int icon_px(const Setting& setting) {
    return setting.panel.px(setting.large_text ? kToggleLargeIconMm : kToggleIconMm);
}

text::Line words_of(const screens::Node& node, int width_px, const Setting& setting, text::Align align) {
    return {node.label,
            setting.language,
            least_cap(setting) / setting.panel.pitch_mm,
            text::Weight::Regular,
            align,
            setting.right_to_left,
            width_px};
}

/// Where the word stands beside the pictogram.
int beside(const Setting& setting) {
    return setting.panel.px(kTogglePaddingMm) + icon_px(setting) + setting.panel.px(kToggleIconGapMm);
}
}  // namespace

int toggle_width(const screens::Node& node, const Setting& setting) {
    const text::Extent word = setting.shaper.measure(words_of(node, 0, setting, text::Align::Start));
    return beside(setting) + word.width + 2 + setting.panel.px(kTogglePaddingMm);
}

Placed place_toggle(const screens::Node& node, int width_px, const Setting& setting) {
    const int padding = setting.panel.px(kTogglePaddingMm);
    const int icon = icon_px(setting);
    const bool above = width_px < setting.panel.px(kToggleBesideMm) && width_px < toggle_width(node, setting);
    const int words_width =
        std::max(1, above ? width_px - 2 * padding : width_px - beside(setting) - padding);
    Placed placed;
    placed.node = node;
    placed.in_bar = true;
    placed.words = words_of(node, words_width, setting, above ? text::Align::Centre : text::Align::Start);
    placed.extent = setting.shaper.measure(placed.words);
    const int words_height = placed.extent.height;
    if (above) {
        const int words_y = padding + icon + setting.panel.px(kToggleIconGapMm);
        placed.icon = Rect{(width_px - icon) / 2, padding, icon, icon};
        placed.words_box = {padding, words_y, words_width, words_height};
        placed.rect = {0, 0, width_px, words_y + words_height + padding / 2};
    } else {
        const int contents = std::max(icon, words_height);
        // In a row each pair stands in the middle of its place; in a column they begin one below the other.
        const int spare = words_width - placed.extent.width - 2;
        const int start = setting.panel.landscape() ? 0 : std::max(0, spare / 2);
        placed.icon = Rect{padding + start, padding + (contents - icon) / 2, icon, icon};
        placed.words_box = {beside(setting) + start, padding + (contents - words_height) / 2,
                            words_width - start, words_height};
        placed.words.width_px = words_width - start;
        placed.rect = {0, 0, width_px, contents + 2 * padding};
    }
    return placed;
}

}  // namespace kiosk::paint
