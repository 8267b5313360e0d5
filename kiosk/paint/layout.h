#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/paint/panel.h"
#include "kiosk/screens/screen.h"
#include "kiosk/text/shaper.h"

namespace kiosk::paint {

/// A node with its place on the glass.
struct Placed {
    screens::Node node;
    Rect rect;       ///< the whole node; what may be touched, if it can be pressed
    Rect words_box;  ///< where its words stand: wrapped at this width, this high
    text::Line words;
    text::Extent extent;
    std::shared_ptr<const text::Picture> picture;  ///< the drawn words
    std::optional<Rect> icon;
    bool in_bar = false;

    bool can_be_pressed() const { return node.press.has_value() && node.enabled; }
};

/// One screen laid out on one panel, in reading order: body, status, bar, toggles. Nothing scrolls: what does
/// not fit is still placed, and faults() tells.
struct Layout {
    Panel panel;
    std::string screen_id;
    bool right_to_left = false;
    app::Modes modes;
    std::vector<Placed> nodes;
    Rect body;              ///< what the body may fill
    Rect bar;               ///< the band at the foot
    Rect strip;             ///< the band of the toggles
    std::size_t sizes = 0;  ///< which of kSizes or kLargeSizes was used
};

/// Lays a screen out with the roomiest of its sizes that fits, or with the tightest when none does.
Layout layout(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper);

/// What is wrong with a layout, each a sentence that names the node: it leaves its room, overlaps another, is
/// smaller or closer than panel.h allows, breaks a word, has a letter without a glyph or an unknown
/// pictogram, or is out of reach. Empty for every screen that may be shown.
std::vector<std::string> faults(const Layout& layout);

/// What is at this place and can be pressed, or null.
const Placed* hit(const Layout& layout, float x, float y);
/// The node of that id, or null.
const Placed* find(const Layout& layout, const std::string& id);

}  // namespace kiosk::paint
