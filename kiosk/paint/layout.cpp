#include "kiosk/paint/layout.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/paint/fixed_parts.h"
#include "kiosk/paint/place_node.h"
#include "kiosk/paint/sizes.h"

namespace kiosk::paint {
namespace {

using screens::Block;
using screens::Node;

constexpr unsigned kSmallCellColumns = 6;
constexpr float kLineToCap = 1.91F;  ///< from line to line, times a capital's height

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
        if (node.role == screens::Role::Title) put_picture_above(placed, setting);
        move_by(placed, 0, column.height);
        column.height += placed.rect.h;
        column.nodes.push_back(std::move(placed));
    }
    return column;
}

/// A grid of small cells on a low panel may have more columns and so fewer rows, while a finger has room.
int columns_of(const Block& block, int width, const Setting& setting) {
    const auto columns = static_cast<int>(block.columns);
    if (block.columns < kSmallCellColumns || !setting.panel.landscape()) return columns;
    const int gap = setting.panel.px(kGapMm);
    const int most = (width + gap) / (setting.panel.px(kTargetMm) + gap);
    return std::clamp(most, columns, columns + static_cast<int>(setting.sizes.more_columns));
}

/// Rows of cells, as high as the highest of their row. The gap between columns gives way before a cell gets
/// narrower than a target may be.
Column stack_cells(const Block& block, int width, const Setting& setting) {
    const int least = setting.panel.px(kTargetMm);
    const int columns = columns_of(block, width, setting);
    int gap = setting.panel.px(setting.sizes.gap);
    if (columns > 1 && (width - (columns - 1) * gap) / columns < least) {
        gap = std::max(setting.panel.px(kGapMm), (width - columns * least) / (columns - 1));
    }
    const int cell_width = (width - (columns - 1) * gap) / columns;
    const bool turned = block.left_to_right && setting.right_to_left;
    Column column;
    for (const Node& node : block.nodes) column.nodes.push_back(place_node(node, cell_width, setting));
    const auto count = static_cast<int>(column.nodes.size());
    for (int first = 0; first < count; first += columns) {
        const auto from = column.nodes.begin() + first;
        const auto to = column.nodes.begin() + std::min(first + columns, count);
        const int y = first == 0 ? 0 : column.height + gap;
        const int height = std::max_element(from, to, [](const Placed& a, const Placed& b) {
                               return a.rect.h < b.rect.h;
                           })->rect.h;
        int place = 0;
        for (auto one = from; one != to; ++one, ++place) {
            set_height(*one, height);
            // What runs from left to right on every screen is turned round twice.
            const int x = (turned ? columns - 1 - place : place) * (cell_width + gap);
            move_by(*one, x, y);
        }
        column.height = y + height;
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

/// The highest row of pixels that a hand reaches.
int reach_top(const Panel& panel) {
    if (!panel.bottom_mm) return 0;
    return std::max(0,
                    panel.height_px - static_cast<int>((kReachHighMm - *panel.bottom_mm) / panel.pitch_mm));
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
    // Where the panel hangs high, what is pressed stands lower than the middle.
    const int middle_y = body.y + std::max(0, body.h - targets.height) / 2;
    const int lowest_y = std::max(middle_y, body.bottom() - targets.height);
    const int targets_y = std::clamp(reach_top(setting.panel), middle_y, lowest_y);
    const int middle = body.y + std::max(0, body.h - words.height) / 2;
    const int words_y = std::min(middle, targets_y);
    put(layout, std::move(words), body.x, words_y);
    put(layout, std::move(targets), body.x + words_width + split, targets_y);
}

/// What the body may fill: between the status line, or its empty place, and the bar or the strip.
Rect body_room(const Layout& layout, const Setting& setting) {
    const Panel& panel = setting.panel;
    const Sizes& sizes = setting.sizes;
    const float status_cap = setting.large_text ? panel.large_cap_mm() : kCapMm;
    int top = panel.px(top_mm(panel, setting.large_text) + status_cap * kLineToCap);
    for (const Placed& placed : layout.nodes) {
        if (placed.node.role == screens::Role::Status) top = std::max(top, placed.rect.bottom());
    }
    top += panel.px(sizes.block) / 2;
    const int side = panel.px(sizes.side);
    const bool beside = panel.landscape() && layout.strip.h > 0;
    const int right = beside ? layout.strip.x - panel.px(kBesideStripMm) : panel.width_px - side;
    return {side, top, right - side, layout.bar.y - panel.px(sizes.block) - top};
}

void put_body(Layout& layout, const screens::Screen& screen, const Setting& setting) {
    std::size_t first_target = 0;
    while (first_target < screen.body.size() && !has_target(screen.body[first_target])) ++first_target;
    const bool beside = setting.panel.landscape() && first_target > 0 && first_target < screen.body.size();
    (beside ? put_body_beside : put_body_upright)(layout, screen, first_target, setting);
}

Layout layout_with(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper,
                   std::size_t number) {
    const app::Modes& modes = screen.modes;
    const Sizes sizes = sizes_at(number, modes.large_text, panel);
    // The bar and the toggles are the same whatever the body needs.
    const bool wide = panel.mm(static_cast<float>(panel.width_px)) >= kWideBarMm;
    const std::size_t last = sizes_count(modes.large_text) - 1;
    const Sizes fixed_sizes =
        sizes_at(wide && !modes.large_text ? kWideBarSizes : last, modes.large_text, panel);
    Setting setting{panel,
                    sizes,
                    shaper,
                    screen.language,
                    screen.direction == screens::Direction::RightToLeft,
                    modes.large_text,
                    false,
                    modes.easy_read ? screen.picture : ""};
    const Setting fixed{panel, fixed_sizes, shaper, setting.language, setting.right_to_left, modes.large_text,
                        true,  ""};
    Layout layout{panel, screen.id, setting.right_to_left, modes, {}, {}, {}, {}, number};
    Layout strip = layout;
    Layout bar = layout;
    if (!panel.landscape()) put_strip(strip, screen, fixed);
    bar.strip = strip.strip;
    put_bar(bar, screen, fixed);
    strip.bar = layout.bar = bar.bar;
    if (panel.landscape()) put_strip(strip, screen, fixed);
    layout.strip = strip.strip;
    Layout status = layout;
    put_status(status, screen, setting);
    layout.body = body_room(status, setting);
    put_body(layout, screen, setting);
    for (Layout* part : {&status, &bar, &strip}) {
        std::move(part->nodes.begin(), part->nodes.end(), std::back_inserter(layout.nodes));
    }
    if (!layout.right_to_left) return layout;
    for (Placed& placed : layout.nodes) mirror(placed, panel.width_px);
    for (Rect* rect : {&layout.body, &layout.strip}) rect->x = panel.width_px - rect->right();
    return layout;
}

}  // namespace

Layout layout(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper) {
    Layout best = layout_with(screen, panel, shaper, 0);
    std::size_t fewest = faults(best).size();
    for (std::size_t sizes = 1; sizes < sizes_count(screen.modes.large_text) && fewest > 0; ++sizes) {
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
