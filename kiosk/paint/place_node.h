#pragma once

#include "kiosk/paint/layout.h"
#include "kiosk/paint/sizes.h"

namespace kiosk::paint {

/// What placing a node needs to know beside the node.
struct Setting {
    const Panel& panel;
    const Sizes& sizes;
    text::Shaper& shaper;
    std::string language;
    bool right_to_left = false;
    bool large_text = false;
    bool in_bar = false;  ///< the bar's buttons are narrow and keep little around their words
    std::string picture;  ///< stands above the heading; empty for none
};

using screens::is_target;

/// Places one node at (0, 0) with the given width: its words wrapped and measured, its pictogram beside them,
/// and the height it needs. In left-to-right terms; mirrored later.
Placed place_node(const screens::Node& node, int width_px, const Setting& setting);

/// Places a toggle at (0, 0): its pictogram above its word, or beside it where the width allows. The height
/// it needs is that of its contents.
Placed place_toggle(const screens::Node& node, int width_px, const Setting& setting);
/// The width at which its word stands beside its pictogram in one line.
int toggle_width(const screens::Node& node, const Setting& setting);

/// Gives the node another height, its words and pictogram in the middle of it.
void set_height(Placed& placed, int height_px);
/// Puts the setting's picture above a heading and moves its words down.
void put_picture_above(Placed& title, const Setting& setting);
void move_by(Placed& placed, int dx, int dy);
void mirror(Placed& placed, int panel_width_px);

}  // namespace kiosk::paint
