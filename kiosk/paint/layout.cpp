#include "kiosk/paint/layout.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/paint/place_node.h"
#include "kiosk/paint/sizes.h"

namespace kiosk::paint {
namespace {

using screens::Block;
using screens::Node;

/// Nodes one under the other from (0, 0).
struct Column {
    std::vector<Placed> nodes;
    int height = 0;
};

bool has_target(const Block& block) {
    return std::any_of(block.nodes.begin(), block.nodes.end(), is_target);
}

int gap_after(const Node& above, const Node& below, const Setting& setting) {
    const bool both = is_target(above) && is_target(below);
    return setting.panel.px(both ? setting.sizes.gap : setting.sizes.paragraph);
}

Column stack_one_column(const Block& block, int width, const Setting& setting) {
    Column column;
    for (const Node& node : block.nodes) {
        if (!column.nodes.empty()) column.height += gap_after(column.nodes.back().node, node, setting);
        Placed placed = place_node(node, width, setting);
        move_by(placed, 0, column.height);
        column.height += placed.rect.h;
        column.nodes.push_back(std::move(placed));
    }
    return column;
}

/// Rows of equal cells. The gap between columns gives way before a cell gets narrower than a target may be.
Column stack_cells(const Block& block, int width, const Setting& setting) {
    const auto columns = static_cast<int>(block.columns);
    const int least = setting.panel.px(kTargetMm);
    int gap = setting.panel.px(setting.sizes.gap);
    if (columns > 1 && (width - (columns - 1) * gap) / columns < least) {
        gap = std::max(setting.panel.px(kGapMm), (width - columns * least) / (columns - 1));
    }
    const int cell_width = (width - (columns - 1) * gap) / columns;
    const bool turned = block.left_to_right && setting.right_to_left;
    Column column;
    int cell_height = 0;
    for (const Node& node : block.nodes) {
        column.nodes.push_back(place_node(node, cell_width, setting));
        cell_height = std::max(cell_height, column.nodes.back().rect.h);
    }
    for (int i = 0; i < static_cast<int>(column.nodes.size()); ++i) {
        Placed& placed = column.nodes[static_cast<std::size_t>(i)];
        set_height(placed, cell_height);
        // What runs from left to right on every screen is turned round twice.
        const int place = turned ? columns - 1 - i % columns : i % columns;
        move_by(placed, place * (cell_width + gap), i / columns * (cell_height + gap));
        column.height = placed.rect.bottom();
    }
    return column;
}

Column stack(const std::vector<Block>& blocks, std::size_t from, std::size_t to, int width,
             const Setting& setting) {
    Column all;
    for (std::size_t i = from; i < to; ++i) {
        Column next = blocks[i].columns > 1 ? stack_cells(blocks[i], width, setting)
                                            : stack_one_column(blocks[i], width, setting);
        if (next.nodes.empty()) continue;
        if (!all.nodes.empty()) all.height += setting.panel.px(setting.sizes.block);
        for (Placed& placed : next.nodes) {
            move_by(placed, 0, all.height);
            all.nodes.push_back(std::move(placed));
        }
        all.height += next.height;
    }
    return all;
}

void put(Layout& layout, Column column, int x, int y) {
    for (Placed& placed : column.nodes) {
        move_by(placed, x, y);
        layout.nodes.push_back(std::move(placed));
    }
}

int bar_button_height(const Panel& panel) {
    const float share = kBarShare * panel.mm(static_cast<float>(panel.height_px));
    return panel.px(std::clamp(share, kTargetMm, kBarTallMm));
}

/// A place of the bar and its share of the row's width.
struct BarPlace {
    const std::optional<Node>* node;
    int percent;
};
using BarRow = std::vector<BarPlace>;

/// Four fixed places, in two rows on an upright panel; a screen without one of the four leaves its place
/// empty. Help has the most to say and gets the widest place.
std::vector<BarRow> bar_rows(const screens::Screen& screen, const Panel& panel) {
    if (panel.landscape()) {
        return {{{&screen.back, 22}, {&screen.start_again, 22}, {&screen.help, 34}, {&screen.languages, 22}}};
    }
    return {{{&screen.back, 50}, {&screen.start_again, 50}}, {{&screen.help, 60}, {&screen.languages, 40}}};
}

void put_bar(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    const Panel& panel = setting.panel;
    const std::vector<BarRow> rows = bar_rows(screen, panel);
    const int height = bar_button_height(panel);
    const int padding = panel.px(kBarPaddingMm);
    const int gap = panel.px(kBarGapMm);
    const int side = panel.px(kBarSideMm);
    // Nothing is left below the band; rows that a screen does not use above its others leave room to the
    // body.
    const auto is_used = [](const BarRow& row) {
        return std::any_of(row.begin(), row.end(),
                           [](const BarPlace& place) { return place.node->has_value(); });
    };
    const auto first = std::find_if(rows.begin(), rows.end(), is_used);
    const auto count = static_cast<int>(rows.end() - first);
    const int whole = count * (height + gap) - gap + 2 * padding;
    layout.bar = {0, panel.height_px - whole, panel.width_px, whole};
    int y = layout.bar.y + padding;
    for (auto one = first; one != rows.end(); ++one) {
        const BarRow& row = *one;
        const int width = panel.width_px - 2 * side - (static_cast<int>(row.size()) - 1) * gap;
        int x = side;
        for (const BarPlace& place : row) {
            const int place_width = width * place.percent / 100;
            if (place.node->has_value()) {
                Placed placed = place_node(**place.node, place_width, setting);
                set_height(placed, height);
                move_by(placed, x, y);
                placed.in_bar = true;
                layout.nodes.push_back(std::move(placed));
            }
            x += place_width + gap;
        }
        y += height + gap;
    }
}

void put_status(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    if (!screen.status) return;
    const int side = setting.panel.px(setting.sizes.side);
    Placed placed = place_node(*screen.status, setting.panel.width_px - 2 * side, setting);
    move_by(placed, side, setting.panel.px(kTopMm));
    layout.nodes.push_back(std::move(placed));
}

/// Words from the top, what is pressed at the foot where every hand reaches (C56).
void put_body_upright(Layout& layout, const screens::Screen& screen, std::size_t first_target,
                      const Setting& setting) {
    const Rect& body = layout.body;
    Column words = stack(screen.body, 0, first_target, body.w, setting);
    Column targets = stack(screen.body, first_target, screen.body.size(), body.w, setting);
    const int least = words.nodes.empty() ? 0 : setting.panel.px(setting.sizes.block);
    const int spare = std::max(0, body.h - words.height - least - targets.height);
    const int words_y = body.y + spare / 2;
    const int targets_y = std::max(body.bottom() - targets.height, words_y + words.height + least);
    put(layout, std::move(words), body.x, words_y);
    put(layout, std::move(targets), body.x, targets_y);
}

/// On a low, wide panel the words stand beside what is pressed, and every place is within reach.
void put_body_beside(Layout& layout, const screens::Screen& screen, std::size_t first_target,
                     const Setting& setting) {
    const Rect& body = layout.body;
    const int split = setting.panel.px(kSplitMm);
    const auto words_width = static_cast<int>(static_cast<float>(body.w - split) * setting.sizes.words_share);
    const int targets_width = body.w - split - words_width;
    Column words = stack(screen.body, 0, first_target, words_width, setting);
    Column targets = stack(screen.body, first_target, screen.body.size(), targets_width, setting);
    // Side by side, the higher of the two in the middle of the room; a question starts level with its
    // answers.
    const int targets_y = body.y + std::max(0, body.h - targets.height) / 2;
    const int middle = body.y + std::max(0, body.h - words.height) / 2;
    const int words_y = std::min(middle, targets_y);
    put(layout, std::move(words), body.x, words_y);
    put(layout, std::move(targets), body.x + words_width + split, targets_y);
}

Layout layout_with(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper,
                   std::size_t sizes) {
    const Setting setting{panel, kSizes[sizes], shaper, screen.language,
                          screen.direction == screens::Direction::RightToLeft};
    // The bar is the same whatever the body needs.
    const bool wide = panel.mm(static_cast<float>(panel.width_px)) >= kWideBarMm;
    const Setting fixed{
        panel, wide ? kSizes[kWideBarSizes] : kSizes.back(), shaper, setting.language, setting.right_to_left,
        true};
    Layout layout{panel, screen.id, setting.right_to_left, {}, {}, {}, sizes};
    Layout bar = layout;
    put_bar(bar, screen, fixed);
    put_status(layout, screen, setting);
    layout.bar = bar.bar;
    const int status_room = panel.px(kTopMm + kCapMm * 1.91F);
    int top = status_room;
    if (!layout.nodes.empty()) top = std::max(top, layout.nodes.back().rect.bottom());
    top += panel.px(kSizes[sizes].block) / 2;
    const int side = panel.px(kSizes[sizes].side);
    layout.body = {side, top, panel.width_px - 2 * side, bar.bar.y - panel.px(kSizes[sizes].block) - top};
    std::size_t first_target = 0;
    while (first_target < screen.body.size() && !has_target(screen.body[first_target])) ++first_target;
    const bool beside = panel.landscape() && first_target > 0 && first_target < screen.body.size();
    Layout body = layout;
    body.nodes.clear();
    (beside ? put_body_beside : put_body_upright)(body, screen, first_target, setting);
    body.nodes.insert(body.nodes.end(), layout.nodes.begin(), layout.nodes.end());
    body.nodes.insert(body.nodes.end(), bar.nodes.begin(), bar.nodes.end());
    if (body.right_to_left) {
        for (Placed& placed : body.nodes) mirror(placed, panel.width_px);
    }
    return body;
}

}  // namespace

Layout layout(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper) {
    Layout best = layout_with(screen, panel, shaper, 0);
    std::size_t fewest = faults(best).size();
    for (std::size_t sizes = 1; sizes < kSizes.size() && fewest > 0; ++sizes) {
        Layout next = layout_with(screen, panel, shaper, sizes);
        const std::size_t count = faults(next).size();
        if (count >= fewest) continue;
        best = std::move(next);
        fewest = count;
    }
    for (Placed& placed : best.nodes) placed.picture = shaper.picture(placed.words);
    return best;
}

const Placed* hit(const Layout& layout, float x, float y) {
    for (const Placed& placed : layout.nodes) {
        if (placed.can_be_pressed() && placed.rect.holds(x, y)) return &placed;
    }
    return nullptr;
}

const Placed* find(const Layout& layout, const std::string& id) {
    for (const Placed& placed : layout.nodes) {
        if (placed.node.id == id) return &placed;
    }
    return nullptr;
}

}  // namespace kiosk::paint
