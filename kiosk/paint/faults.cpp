#include <algorithm>
#include <string>

#include "kiosk/paint/icons.h"
#include "kiosk/paint/layout.h"
#include "kiosk/paint/place_node.h"

namespace kiosk::paint {
namespace {

std::string quoted(const Placed& placed) {
    return "`" + placed.node.id + "`";
}

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

/// Empty pixels between two boxes, along the axis that parts them most; negative when they overlap.
int room_between(const Rect& a, const Rect& b) {
    const int across = std::max(a.x - b.right(), b.x - a.right());
    const int down = std::max(a.y - b.bottom(), b.y - a.bottom());
    return std::max(across, down);
}

void check_target(const Placed& placed, const Panel& panel, std::vector<std::string>& found) {
    const bool primary = placed.node.emphasis == screens::Emphasis::Primary && !placed.in_bar;
    const float height = primary ? kPrimaryHeightMm : kTargetMm;
    if (placed.rect.w < panel.px(kTargetMm) || placed.rect.h < panel.px(height)) {
        found.push_back(quoted(placed) + " is smaller than a finger needs");
    }
    if (!panel.bottom_mm) return;
    const auto above_floor = [&](int y) {
        return *panel.bottom_mm + panel.mm(static_cast<float>(panel.height_px - y));
    };
    if (above_floor(placed.rect.y) > kReachHighMm || above_floor(placed.rect.bottom()) < kReachLowMm) {
        found.push_back(quoted(placed) + " is out of reach");
    }
}

void check_words(const Placed& placed, const Layout& layout, std::vector<std::string>& found) {
    const Panel& panel = layout.panel;
    if (placed.icon && !within(*placed.icon, placed.rect)) {
        found.push_back("the pictogram of " + quoted(placed) + " does not fit into it");
    }
    if (placed.extent.width > placed.words_box.w || !within(placed.words_box, placed.rect)) {
        found.push_back("the words of " + quoted(placed) + " do not fit into it");
    }
    if (placed.extent.broken_word) found.push_back("a word of " + quoted(placed) + " is broken");
    if (placed.extent.unknown > 0) found.push_back(quoted(placed) + " has a letter that no font has");
    const float least_cap = layout.modes.large_text ? panel.large_cap_mm() : kCapMm;
    if (placed.words.cap_px * panel.pitch_mm < least_cap - 0.01F) {
        found.push_back("the letters of " + quoted(placed) + " are too small");
    }
    if (!placed.node.icon.empty() && !is_icon(placed.node.icon)) {
        found.push_back(quoted(placed) + " asks for a pictogram that is not there");
    }
}

void check_pair(const Placed& a, const Placed& b, const Panel& panel, std::vector<std::string>& found) {
    const int room = room_between(a.rect, b.rect);
    if (room < 0) {
        found.push_back(quoted(a) + " and " + quoted(b) + " overlap");
    } else if (is_target(a.node) && is_target(b.node) && room < panel.px(kGapMm)) {
        found.push_back(quoted(a) + " and " + quoted(b) + " are too close");
    }
    if (a.node.id == b.node.id) found.push_back("two nodes are called " + quoted(a));
}

}  // namespace

std::vector<std::string> faults(const Layout& layout) {
    std::vector<std::string> found;
    const Rect glass{0, 0, layout.panel.width_px, layout.panel.height_px};
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const Placed& placed = layout.nodes[i];
        const bool status = placed.node.role == screens::Role::Status;
        const bool toggle = placed.node.role == screens::Role::Toggle;
        const Rect& room = toggle ? layout.strip : placed.in_bar ? layout.bar : status ? glass : layout.body;
        if (!within(placed.rect, room)) found.push_back(quoted(placed) + " does not fit on the screen");
        if (is_target(placed.node)) check_target(placed, layout.panel, found);
        check_words(placed, layout, found);
        for (std::size_t j = i + 1; j < layout.nodes.size(); ++j) {
            check_pair(placed, layout.nodes[j], layout.panel, found);
        }
    }
    return found;
}

}  // namespace kiosk::paint
