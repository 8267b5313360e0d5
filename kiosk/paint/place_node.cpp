#include "kiosk/paint/place_node.h"

#include <algorithm>

namespace kiosk::paint {
namespace {

using screens::Emphasis;
using screens::Role;

/// How the nodes of a role look, in millimetres.
struct Look {
    float cap;
    text::Weight weight;
    bool centred;   ///< words without a pictogram stand in the middle
    float padding;  ///< left and right of the contents
    float inner;    ///< above and below them
    float height;   ///< at least
    float icon;     ///< size of the pictogram
};

Look look_of(const screens::Node& node, const Sizes& s) {
    constexpr auto kRegular = text::Weight::Regular;
    constexpr auto kSemiBold = text::Weight::SemiBold;
    switch (node.role) {
        case Role::Title:
            return {s.title, kSemiBold, false, 0, 0, 0, s.title * 1.5F};
        case Role::Text:
            return {s.text, kRegular, false, 0, 0, 0, s.text * 1.6F};
        case Role::Note:
            return {s.note, kRegular, false, 0, 0, 0, s.note * 1.6F};
        case Role::Status:
            return {kCapMm, kRegular, false, 0, 0, 0, kCapMm * 1.6F};
        case Role::Success:
            return {s.text * 1.15F, kSemiBold, false, kPaddingMm + 2, s.text + 1, 26, 15};
        case Role::Value:
            return {s.label, kSemiBold, false, kPaddingMm, s.text * 0.6F, 0, s.text * 1.6F};
        case Role::Button:
            return {s.label,    kSemiBold, true,
                    kPaddingMm, kInnerMm,  node.emphasis == Emphasis::Primary ? s.primary : s.control,
                    11};
        case Role::Choice:
            return {s.label, kRegular, false, kPaddingMm, kInnerMm, s.control, 12};
        case Role::Key:
            return {s.key, kSemiBold, true, kInnerMm, kInnerMm, s.cell, 9};
    }
    return {s.text, kRegular, false, 0, 0, 0, s.text};
}

}  // namespace

bool is_target(const screens::Node& node) {
    return node.role == Role::Button || node.role == Role::Choice || node.role == Role::Key;
}

Placed place_node(const screens::Node& node, int width_px, const Setting& setting) {
    const Panel& panel = setting.panel;
    const Look look = look_of(node, setting.sizes);
    Placed placed;
    placed.node = node;
    const int padding = panel.px(look.padding);
    const bool icon = !node.icon.empty() || node.role == Role::Success;
    const int icon_px = icon ? panel.px(look.icon) : 0;
    const int icon_room = icon ? icon_px + panel.px(is_target(node) || look.padding > 0 ? 5 : 3) : 0;
    // Words of a control run its whole width; a paragraph stops where lines get too long to follow.
    int words_width = std::max(1, width_px - 2 * padding - icon_room);
    if (!is_target(node)) words_width = std::min(words_width, panel.px(kLineLengthMm));

    placed.words = {node.label,
                    setting.language,
                    look.cap / panel.pitch_mm,
                    look.weight,
                    look.centred && !icon ? text::Align::Centre : text::Align::Start,
                    setting.right_to_left,
                    words_width};
    placed.extent = setting.shaper.measure(placed.words);
    // Centred words bring their pictogram along to the middle.
    int start = padding;
    if (look.centred && icon && placed.extent.lines == 1) {
        words_width = std::min(words_width, placed.extent.width + 2);
        placed.words.width_px = words_width;
        start = std::max(padding, (width_px - words_width - icon_room) / 2);
    }
    const int contents = std::max(placed.extent.height, icon_px);
    if (icon) placed.icon = Rect{start, 0, icon_px, icon_px};
    placed.words_box = {start + icon_room, 0, words_width, placed.extent.height};
    placed.rect = {0, 0, width_px, 0};
    set_height(placed, std::max(contents + 2 * panel.px(look.inner), panel.px(look.height)));
    return placed;
}

void set_height(Placed& placed, int height_px) {
    placed.rect.h = height_px;
    placed.words_box.y = placed.rect.y + (height_px - placed.words_box.h) / 2;
    if (placed.icon) placed.icon->y = placed.rect.y + (height_px - placed.icon->h) / 2;
}

void move_by(Placed& placed, int dx, int dy) {
    const auto move = [&](Rect& rect) {
        rect.x += dx;
        rect.y += dy;
    };
    move(placed.rect);
    move(placed.words_box);
    if (placed.icon) move(*placed.icon);
}

void mirror(Placed& placed, int panel_width_px) {
    const auto turn = [&](Rect& rect) {
        rect.x = panel_width_px - rect.right();
    };
    turn(placed.rect);
    turn(placed.words_box);
    if (placed.icon) turn(*placed.icon);
}

}  // namespace kiosk::paint
