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
    bool centred;    ///< words without a pictogram stand in the middle
    float padding;   ///< left and right of the contents
    float inner;     ///< above and below them
    float height;    ///< at least
    float icon;      ///< size of the pictogram
    float icon_gap;  ///< between pictogram and words
};

/// UTF-8 letters, marks counted as letters.
std::ptrdiff_t letters_in(const std::string& text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

float least_cap(const Setting& setting) {
    return setting.large_text ? setting.panel.large_cap_mm() : kCapMm;
}

Look look_of(const screens::Node& node, const Setting& setting) {
    const Sizes& s = setting.sizes;
    constexpr auto kRegular = text::Weight::Regular;
    constexpr auto kSemiBold = text::Weight::SemiBold;
    const float height = node.emphasis == Emphasis::Primary ? s.primary : s.control;
    const float cell = node.emphasis == Emphasis::Primary ? std::max(s.cell, kPrimaryHeightMm) : s.cell;
    switch (node.role) {
        case Role::Title:
            return {s.title, kSemiBold, false, 0, 0, 0, s.title * 1.5F, 5};
        case Role::Text:
            return {s.text, kRegular, false, 0, 0, 0, s.text * 1.6F, 4};
        case Role::Note:
            return {s.note, kRegular, false, 0, 0, 0, s.note * 1.6F, 4};
        case Role::Status:
            return {least_cap(setting), kRegular, false, 0, 0, 0, least_cap(setting) * 1.6F, 3};
        case Role::Toggle:
            break;  // place_toggle()
        case Role::Success:
            return {s.text * (setting.large_text ? 1 : 1.15F),
                    kSemiBold,
                    false,
                    s.padding * 1.5F,
                    s.gap + 2,
                    s.control,
                    s.text * 3,
                    6};
        case Role::Measure:
        case Role::Pattern:
            return {s.note, kRegular, false, 0, 0, 0, 0, 0};
        case Role::Value:
            return {s.label, kSemiBold, false, s.padding, s.gap * 0.6F, 0, s.text * 1.6F, 4};
        case Role::Button:
            if (setting.in_bar && setting.large_text) {
                return {s.label, kRegular, true, 2.5F, 0.5F, 0, s.label * 1.9F, 3};
            }
            if (setting.in_bar) return {s.label, kSemiBold, true, 3.5F, 0.5F, 0, s.label * 1.9F, 3};
            return {s.label, kSemiBold, true, s.padding, kInnerMm, height, s.label * 1.8F, 5};
        case Role::Choice:
            return {s.label, kRegular, false, s.padding, kInnerMm, s.control, s.label * 2, 5};
        case Role::Key:
            // A month or a word needs no larger letters than a button's; a digit or a letter has the room.
            if (letters_in(node.label) > 2) {
                const auto weight = setting.large_text ? kRegular : kSemiBold;
                return {s.label, weight, true, kKeyInnerMm, kKeyInnerMm, cell, s.label * 1.5F, 3};
            }
            return {s.key, kSemiBold, true, kKeyInnerMm, kKeyInnerMm, cell, s.key * 1.3F, 3};
    }
    return {s.text, kRegular, false, 0, 0, 0, s.text, 3};
}

/// What is drawn under the words, with the gap between.
int drawn_below(const screens::Node& node, const Panel& panel) {
    if (node.role == Role::Measure) return panel.px(kScaleGapMm) + panel.px(kScaleMm);
    if (node.role == Role::Pattern) return panel.px(kScaleGapMm) + panel.px(kBarsMm);
    return 0;
}

}  // namespace

Placed place_node(const screens::Node& node, int width_px, const Setting& setting) {
    const Panel& panel = setting.panel;
    if (node.role == Role::Toggle) return place_toggle(node, width_px, setting);
    const Look look = look_of(node, setting);
    Placed placed;
    placed.node = node;
    const int padding = panel.px(look.padding);
    const bool icon = !node.icon.empty() || node.role == Role::Success;
    const float icons = setting.sizes.icons;
    const int icon_px = icon ? panel.px(look.icon * icons) : 0;
    const int icon_room = icon ? icon_px + panel.px(look.icon_gap * icons) : 0;
    // Words of a control run its whole width; a paragraph stops where lines get too long to follow.
    int words_width = std::max(1, width_px - 2 * padding - icon_room);
    if (!is_target(node)) words_width = std::min(words_width, panel.px(kLineLengthMm));

    placed.words = {node.label,
                    node.language.empty() || !node.quote.empty() ? setting.language : node.language,
                    look.cap / panel.pitch_mm,
                    look.weight,
                    look.centred && !icon ? text::Align::Centre : text::Align::Start,
                    setting.right_to_left,
                    words_width};
    placed.extent = setting.shaper.measure(placed.words);
    // Where something stands close around the words, their box is no wider than they are.
    int start = padding;
    const bool centred_pair = look.centred && icon && placed.extent.lines == 1;
    if (centred_pair || node.role == Role::Value) {
        words_width = std::min(words_width, placed.extent.width + 2);
        placed.words.width_px = words_width;
    }
    if (centred_pair) start = std::max(padding, (width_px - words_width - icon_room) / 2);
    const int contents = std::max(placed.extent.height, icon_px);
    if (icon) placed.icon = Rect{start, 0, icon_px, icon_px};
    placed.words_box = {start + icon_room, 0, words_width, placed.extent.height};
    placed.rect = {0, 0, width_px, 0};
    if (node.role == Role::Value) placed.rect.w = 2 * padding + icon_room + words_width;
    set_height(placed, drawn_below(node, panel) +
                           std::max(contents + 2 * panel.px(look.inner), panel.px(look.height)));
    return placed;
}

void set_height(Placed& placed, int height_px) {
    if (placed.node.role == Role::Toggle) {
        const int down = (height_px - placed.rect.h) / 2;
        placed.words_box.y += down;
        placed.icon->y += down;
        placed.rect.h = height_px;
        return;
    }
    placed.rect.h = height_px;
    // What is drawn stands under the words.
    if (placed.node.role == Role::Measure || placed.node.role == Role::Pattern) return;
    placed.words_box.y = placed.rect.y + (height_px - placed.words_box.h) / 2;
    if (!placed.icon) return;
    placed.icon->y = placed.rect.y + (height_px - placed.icon->h) / 2;
    // Beside a paragraph the pictogram stands at the first line, beside a control in the middle.
    const bool paragraph = !is_target(placed.node) && placed.node.role != Role::Success;
    if (paragraph && placed.extent.lines > 1) {
        const int line = placed.words_box.h / placed.extent.lines;
        placed.icon->y = placed.words_box.y + (line - placed.icon->h) / 2;
    }
}

void put_picture_above(Placed& title, const Setting& setting) {
    if (setting.picture.empty()) return;
    const int size = setting.panel.px(setting.sizes.picture);
    const int down = size + setting.panel.px(setting.sizes.paragraph);
    title.node.icon = setting.picture;
    title.words_box.y += down;
    title.rect.h += down;
    title.icon = Rect{0, 0, size, size};
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
