#include "kiosk/paint/draw.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "kiosk/paint/icons.h"
#include "kiosk/paint/pen.h"
#include "kiosk/paint/place_node.h"
#include "kiosk/paint/sizes.h"

namespace kiosk::paint {
namespace {

using screens::Emphasis;
using screens::Role;

constexpr float kRoundingMm = 2.5F;
constexpr float kEdgeMm = 0.5F;
constexpr float kStrongEdgeMm = 1.1F;
constexpr float kRingMm = 1.3F;
constexpr float kRingGapMm = 0.7F;  // ring and its gap stay inside the gap between two targets

struct Paint {
    ImDrawList& list;
    const Layout& layout;
    Textures& textures;
    const Palette& colours;
};

/// The colours of one control in the state it is in.
struct Skin {
    Colour fill, edge, words, icon;
    float edge_mm;
};

Skin skin_of(const Palette& colours, const Placed& placed, bool pressed) {
    const screens::Node& node = placed.node;
    const Colour behind = placed.in_bar ? colours.band : colours.page;
    if (!node.enabled) return {behind, behind, colours.soft_ink, colours.soft_ink, 0};
    if (node.emphasis == Emphasis::Primary) {
        const Colour fill = pressed ? colours.accent_pressed : colours.accent;
        return {fill, fill, colours.on_accent, colours.on_accent, 0};
    }
    if (pressed || node.selected) {
        return {colours.tint, colours.accent, colours.ink, colours.accent, kStrongEdgeMm};
    }
    const Colour fill = node.emphasis == Emphasis::Quiet ? behind : colours.card;
    return {fill, colours.edge, colours.ink, colours.accent, kEdgeMm};
}

ImVec2 corner(const Rect& rect) {
    return {static_cast<float>(rect.x), static_cast<float>(rect.y)};
}
ImVec2 far_corner(const Rect& rect) {
    return {static_cast<float>(rect.right()), static_cast<float>(rect.bottom())};
}

float px_of(const Paint& paint, float mm) {
    return mm / paint.layout.panel.pitch_mm;
}

/// A filled box with an edge inside its rectangle.
void draw_box(const Paint& paint, const Rect& rect, Colour fill, Colour edge, float edge_mm) {
    const float rounding = px_of(paint, kRoundingMm);
    const float thickness = std::round(px_of(paint, edge_mm));
    paint.list.AddRectFilled(corner(rect), far_corner(rect), packed(thickness > 0 ? edge : fill), rounding);
    if (thickness <= 0) return;
    const ImVec2 a = corner(rect);
    const ImVec2 b = far_corner(rect);
    paint.list.AddRectFilled({a.x + thickness, a.y + thickness}, {b.x - thickness, b.y - thickness},
                             packed(fill), std::max(0.0F, rounding - thickness));
}

void draw_words(const Paint& paint, const Placed& placed, Colour colour) {
    if (!placed.picture || placed.picture->width == 0) return;
    const text::Picture& picture = *placed.picture;
    const ImVec2 from{static_cast<float>(placed.words_box.x + picture.left),
                      static_cast<float>(placed.words_box.y + picture.top)};
    const ImVec2 to{from.x + static_cast<float>(picture.width), from.y + static_cast<float>(picture.height)};
    paint.list.AddImage(paint.textures.texture_of(picture), from, to, {0, 0}, {1, 1}, packed(colour));
}

void draw_ring(const Paint& paint, const Rect& rect) {
    const float thickness = std::max(kRingMinPx, px_of(paint, kRingMm));
    const float out = px_of(paint, kRingGapMm) + thickness / 2;
    const ImVec2 a = corner(rect);
    const ImVec2 b = far_corner(rect);
    paint.list.AddRect({a.x - out, a.y - out}, {b.x + out, b.y + out}, packed(paint.colours.ring),
                       px_of(paint, kRoundingMm) + out, ImDrawFlags_None, thickness);
}

/// The tick of a toggle that is on, over the lower corner of its pictogram at the line's end.
void draw_on(const Paint& paint, const Placed& placed, Colour behind) {
    const Panel& panel = paint.layout.panel;
    const int size = panel.px(kToggleTickMm);
    const Rect& icon = *placed.icon;
    const int x = paint.layout.right_to_left ? icon.x - size / 3 : icon.right() - 2 * size / 3;
    const Rect box{x, icon.bottom() - 2 * size / 3, size, size};
    const float radius = static_cast<float>(size) / 2;
    const ImVec2 middle{static_cast<float>(box.x) + radius, static_cast<float>(box.y) + radius};
    paint.list.AddCircleFilled(middle, radius + px_of(paint, kToggleTickRimMm), packed(behind));
    paint.list.AddCircleFilled(middle, radius, packed(paint.colours.accent));
    const int edge = size / 6;
    draw_icon(paint.list, "tick", {box.x + edge, box.y + edge, size - 2 * edge, size - 2 * edge},
              paint.colours.card, paint.colours.accent, paint.layout.right_to_left);
}

void draw_control(const Paint& paint, const Placed& placed, const Attention& attention) {
    const Skin skin = skin_of(paint.colours, placed, placed.node.id == attention.pressed);
    draw_box(paint, placed.rect, skin.fill, skin.edge, skin.edge_mm);
    if (placed.icon) {
        draw_icon(paint.list, placed.node.icon, *placed.icon, skin.icon, skin.fill,
                  paint.layout.right_to_left);
    }
    draw_words(paint, placed, skin.words);
    if (placed.node.role == Role::Toggle && placed.node.selected) draw_on(paint, placed, skin.fill);
}

void draw_success(const Paint& paint, const Placed& placed) {
    draw_box(paint, placed.rect, paint.colours.calm, paint.colours.leaf, kStrongEdgeMm);
    if (placed.icon) {
        const Rect& box = *placed.icon;
        const float radius = static_cast<float>(box.w) / 2;
        paint.list.AddCircleFilled({static_cast<float>(box.x) + radius, static_cast<float>(box.y) + radius},
                                   radius, packed(paint.colours.leaf));
        const int inset = box.w / 6;
        const Rect inner{box.x + inset, box.y + inset, box.w - 2 * inset, box.h - 2 * inset};
        draw_icon(paint.list, placed.node.icon.empty() ? "tick" : placed.node.icon, inner, paint.colours.calm,
                  paint.colours.leaf, paint.layout.right_to_left);
    }
    draw_words(paint, placed, paint.colours.ink);
}

void draw_words_and_icon(const Paint& paint, const Placed& placed, Colour colour) {
    if (placed.icon) {
        draw_icon(paint.list, placed.node.icon, *placed.icon, paint.colours.accent, paint.colours.page,
                  paint.layout.right_to_left);
    }
    draw_words(paint, placed, colour);
}

/// Five places on a line, in the direction of reading: a ring where the person stood, a dot where they stand.
/// Shape tells the two apart, not colour (C29).
void draw_scale(const Paint& paint, const Placed& placed) {
    constexpr unsigned kPlaces = 5;
    const float height = px_of(paint, kScaleMm);
    const float radius = height / 2;
    const float width = std::min(static_cast<float>(placed.rect.w), px_of(paint, kScaleWidthMm));
    const float y = static_cast<float>(placed.rect.bottom()) - radius;
    const bool turned = paint.layout.right_to_left;
    const auto x_of = [&](unsigned place) {
        const float along = radius + (width - height) * static_cast<float>(place - 1) / (kPlaces - 1);
        return turned ? static_cast<float>(placed.rect.right()) - along
                      : static_cast<float>(placed.rect.x) + along;
    };
    const float line = std::max(1.0F, px_of(paint, kEdgeMm));
    paint.list.AddLine({x_of(1), y}, {x_of(kPlaces), y}, packed(paint.colours.edge), line);
    for (unsigned place = 1; place <= kPlaces; ++place) {
        paint.list.AddCircleFilled({x_of(place), y}, radius / 3, packed(paint.colours.edge));
    }
    const unsigned then = placed.node.then;
    const unsigned now = placed.node.now;
    if (now >= 1 && now <= kPlaces) {
        paint.list.AddCircleFilled({x_of(now), y}, radius * 0.6F, packed(paint.colours.accent));
    }
    if (then < 1 || then > kPlaces) return;
    const float ring = px_of(paint, kStrongEdgeMm);
    paint.list.AddCircle({x_of(then), y}, radius - ring / 2, packed(paint.colours.ink), 0, ring);
}

/// Black, grey, white, red, green, blue, each as wide as the next; and a line of two pixels along each edge
/// of the glass, where a panel that is set up wrongly cuts something off. Nothing of it moves.
void draw_pattern(const Paint& paint, const Placed& placed) {
    constexpr std::array kBars{Colour{0, 0, 0},   Colour{128, 128, 128}, Colour{255, 255, 255},
                               Colour{255, 0, 0}, Colour{0, 255, 0},     Colour{0, 0, 255}};
    const int height = paint.layout.panel.px(kBarsMm);
    const Rect area{placed.rect.x, placed.rect.bottom() - height, placed.rect.w, height};
    for (std::size_t i = 0; i < kBars.size(); ++i) {
        const int count = static_cast<int>(kBars.size());
        const int at = static_cast<int>(i);
        const int left = area.x + area.w * at / count;
        const int right = area.x + area.w * (at + 1) / count;
        const Rect bar{left, area.y, right - left, area.h};
        paint.list.AddRectFilled(corner(bar), far_corner(bar), packed(kBars[i]));
    }
    paint.list.AddRect(corner(area), far_corner(area), packed(paint.colours.edge));
    const Rect glass{1, 1, paint.layout.panel.width_px - 2, paint.layout.panel.height_px - 2};
    paint.list.AddRect(corner(glass), far_corner(glass), packed(paint.colours.ink), 0, ImDrawFlags_None, 2);
}

void draw_node(const Paint& paint, const Placed& placed, const Attention& attention) {
    switch (placed.node.role) {
        case Role::Title:
        case Role::Text:
            draw_words_and_icon(paint, placed, paint.colours.ink);
            break;
        case Role::Note:
        case Role::Status:
            draw_words_and_icon(paint, placed, paint.colours.quiet_ink);
            break;
        case Role::Success:
            draw_success(paint, placed);
            break;
        case Role::Measure:
            draw_words(paint, placed, paint.colours.ink);
            draw_scale(paint, placed);
            break;
        case Role::Pattern:
            draw_words(paint, placed, paint.colours.ink);
            draw_pattern(paint, placed);
            break;
        case Role::Value:
            draw_box(paint, placed.rect, paint.colours.band, paint.colours.band, 0);
            draw_words_and_icon(paint, placed, paint.colours.ink);
            break;
        case Role::Button:
        case Role::Choice:
        case Role::Key:
        case Role::Toggle:
            draw_control(paint, placed, attention);
            break;
    }
}

}  // namespace

void draw(ImDrawList& list, const Layout& layout, const Attention& attention, Textures& textures) {
    const Paint paint{list, layout, textures, palette_of(layout.modes)};
    list.AddRectFilled(corner(layout.bar), far_corner(layout.bar), packed(paint.colours.band));
    list.AddRectFilled(corner(layout.strip), far_corner(layout.strip), packed(paint.colours.band));
    for (const Placed& placed : layout.nodes) draw_node(paint, placed, attention);
    // Last, so that nothing covers it (WCAG 2.4.11).
    const Placed* focused = attention.focused.empty() ? nullptr : find(layout, attention.focused);
    if (focused != nullptr) draw_ring(paint, focused->rect);
}

}  // namespace kiosk::paint
