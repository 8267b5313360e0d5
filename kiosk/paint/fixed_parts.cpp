#include "kiosk/paint/fixed_parts.h"

#include <algorithm>
#include <utility>

namespace kiosk::paint {
namespace {

using screens::Node;

int tallest(const std::vector<Placed>& nodes, const Panel& panel) {
    int height = panel.px(kTargetMm);
    for (const Placed& placed : nodes) height = std::max(height, placed.rect.h);
    return height;
}

std::vector<Placed> place_all(const std::vector<Node>& toggles, int width, const Setting& setting) {
    std::vector<Placed> placed;
    for (const Node& node : toggles) placed.push_back(place_node(node, width, setting));
    return placed;
}

/// Rows of equal places over the whole width.
void put_strip_upright(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    const Panel& panel = setting.panel;
    const auto count = static_cast<int>(screen.toggles.size());
    const int rows = setting.large_text ? (count + kTogglesInARowOfLarge - 1) / kTogglesInARowOfLarge : 1;
    const int columns = (count + rows - 1) / rows;
    const int gap = panel.px(kToggleGapMm);
    const int side = panel.px(kBarSideMm);
    const int width = (panel.width_px - 2 * side - (columns - 1) * gap) / columns;
    std::vector<Placed> all = place_all(screen.toggles, width, setting);
    const int height = tallest(all, panel);
    const int whole = rows * (height + gap) - gap + panel.px(bar_padding_mm(panel));
    layout.strip = {0, panel.height_px - whole, panel.width_px, whole};
    int number = 0;
    for (Placed& placed : all) {
        set_height(placed, height);
        move_by(placed, side + number % columns * (width + gap),
                layout.strip.y + number / columns * (height + gap));
        ++number;
        layout.nodes.push_back(std::move(placed));
    }
}

/// A column at the end of the line, as wide as its widest word.
void put_strip_beside(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    const Panel& panel = setting.panel;
    int width = panel.px(kTargetMm);
    for (const Node& node : screen.toggles) width = std::max(width, toggle_width(node, setting));
    std::vector<Placed> all = place_all(screen.toggles, width, setting);
    const int height = tallest(all, panel);
    const int gap = panel.px(kToggleGapMm);
    const int padding = panel.px(bar_padding_mm(panel));
    const int side = panel.px(kBarSideMm);
    const int before = panel.px(kBesideStripMm);
    layout.strip = {panel.width_px - before - width - side, 0, before + width + side, layout.bar.y};
    int y = layout.bar.y - static_cast<int>(all.size()) * (height + gap) + gap - padding;
    for (Placed& placed : all) {
        set_height(placed, height);
        move_by(placed, layout.strip.x + before, y);
        y += height + gap;
        layout.nodes.push_back(std::move(placed));
    }
}

/// A place of the bar and its share of the row's width.
struct BarPlace {
    const std::optional<Node>* node;
    int percent;
    const std::string* words;  ///< that stand there where a screen has it
};
using BarRow = std::vector<BarPlace>;

/// Four fixed places, in two rows on an upright panel; a screen without one of the four leaves its place
/// empty. Help has the most to say and gets the widest place.
std::vector<BarRow> bar_rows(const screens::Screen& screen, const Setting& setting) {
    const int help = setting.large_text ? 52 : 60;  // in large text all of them need their share
    if (setting.panel.landscape()) {
        const int other = setting.large_text ? 24 : 22;
        return {{{&screen.back, other, &screen.bar_words[0]},
                 {&screen.start_again, other, &screen.bar_words[1]},
                 {&screen.help, 100 - 3 * other, &screen.bar_words[2]},
                 {&screen.languages, other, &screen.bar_words[3]}}};
    }
    return {
        {{&screen.back, 50, &screen.bar_words[0]}, {&screen.start_again, 50, &screen.bar_words[1]}},
        {{&screen.help, help, &screen.bar_words[2]}, {&screen.languages, 100 - help, &screen.bar_words[3]}}};
}

int place_width(const BarRow& row, const BarPlace& place, int room, const Setting& setting) {
    const int gaps = (static_cast<int>(row.size()) - 1) * setting.panel.px(kBarGapMm);
    return (room - gaps) * place.percent / 100;
}

/// In large text as high as the longest of its words needs, whether a screen has that button or not.
int bar_button_height(const std::vector<BarRow>& rows, int room, const Setting& setting) {
    const Panel& panel = setting.panel;
    const float share = kBarShare * panel.mm(static_cast<float>(panel.height_px));
    int height = panel.px(std::clamp(share, kTargetMm, kBarTallMm));
    if (!setting.large_text) return height;
    height = panel.px(kTargetMm);
    for (const BarRow& row : rows) {
        for (const BarPlace& place : row) {
            Node probe;
            probe.role = screens::Role::Button;
            probe.icon = "help";
            probe.label = *place.words;
            height =
                std::max(height, place_node(probe, place_width(row, place, room, setting), setting).rect.h);
        }
    }
    return height;
}

void put_bar_row(Layout& layout, const BarRow& row, const Rect& room, const Setting& setting) {
    const int gap = setting.panel.px(kBarGapMm);
    int x = room.x;
    for (const BarPlace& place : row) {
        const int width = place_width(row, place, room.w, setting);
        if (place.node->has_value()) {
            Placed placed = place_node(**place.node, width, setting);
            set_height(placed, room.h);
            move_by(placed, x, room.y);
            placed.in_bar = true;
            layout.nodes.push_back(std::move(placed));
        }
        x += width + gap;
    }
}

}  // namespace

void put_strip(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    if (screen.toggles.empty()) return;
    (setting.panel.landscape() ? put_strip_beside : put_strip_upright)(layout, screen, setting);
}

void put_bar(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    const Panel& panel = setting.panel;
    const std::vector<BarRow> rows = bar_rows(screen, setting);
    const int padding = panel.px(bar_padding_mm(panel));
    const int gap = panel.px(kBarGapMm);
    const int side = panel.px(kBarSideMm);
    const int height = bar_button_height(rows, panel.width_px - 2 * side, setting);
    // Rows that a screen does not use above its others leave room to the body.
    const auto is_used = [](const BarRow& row) {
        return std::any_of(row.begin(), row.end(),
                           [](const BarPlace& place) { return place.node->has_value(); });
    };
    const auto first = std::find_if(rows.begin(), rows.end(), is_used);
    const auto count = static_cast<int>(rows.end() - first);
    const int whole = count * (height + gap) - gap + 2 * padding;
    const bool on_strip = !panel.landscape() && layout.strip.h > 0;
    const int foot = on_strip ? layout.strip.y : panel.height_px;
    layout.bar = {0, foot - whole, panel.width_px, whole};
    Rect room{side, layout.bar.y + padding, panel.width_px - 2 * side, height};
    for (auto one = first; one != rows.end(); ++one) {
        put_bar_row(layout, *one, room, setting);
        room.y += height + gap;
    }
}

void put_status(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    if (!screen.status) return;
    const int side = setting.panel.px(setting.sizes.side);
    const bool beside = setting.panel.landscape() && layout.strip.h > 0;
    const int width = (beside ? layout.strip.x : setting.panel.width_px) - 2 * side;
    Placed placed = place_node(*screen.status, width, setting);
    move_by(placed, side, setting.panel.px(top_mm(setting.panel, setting.large_text)));
    layout.nodes.push_back(std::move(placed));
}

}  // namespace kiosk::paint
