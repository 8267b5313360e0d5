#include "kiosk/paint/draw.h"

#include <algorithm>

#include <imgui.h>

#include "kiosk/paint/icons.h"
#include "kiosk/paint/pen.h"
#include "kiosk/paint/place_node.h"

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
};

/// The colours of one control in the state it is in.
struct Skin {
    Colour fill, edge, words, icon;
    float edge_mm;
};

Skin skin_of(const Placed& placed, bool pressed) {
    const screens::Node& node = placed.node;
    const Colour behind = placed.in_bar ? palette::kBand : palette::kPage;
    if (!node.enabled) return {behind, behind, palette::kSoftInk, palette::kSoftInk, 0};
    if (node.emphasis == Emphasis::Primary) {
        const Colour fill = pressed ? palette::kTealPressed : palette::kTeal;
        return {fill, fill, palette::kCard, palette::kCard, 0};
    }
    if (pressed || node.selected) {
        return {palette::kTint, palette::kTeal, palette::kInk, palette::kTeal, kStrongEdgeMm};
    }
    const Colour fill = node.emphasis == Emphasis::Quiet ? behind : palette::kCard;
    return {fill, palette::kEdge, palette::kInk, palette::kTeal, kEdgeMm};
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
    paint.list.AddRect({a.x - out, a.y - out}, {b.x + out, b.y + out}, packed(palette::kRing),
                       px_of(paint, kRoundingMm) + out, ImDrawFlags_None, thickness);
}

void draw_control(const Paint& paint, const Placed& placed, const Attention& attention) {
    const Skin skin = skin_of(placed, placed.node.id == attention.pressed);
    draw_box(paint, placed.rect, skin.fill, skin.edge, skin.edge_mm);
    if (placed.icon) {
        draw_icon(paint.list, placed.node.icon, *placed.icon, skin.icon, skin.fill,
                  paint.layout.right_to_left);
    }
    draw_words(paint, placed, skin.words);
    if (placed.node.id == attention.focused) draw_ring(paint, placed.rect);
}

void draw_success(const Paint& paint, const Placed& placed) {
    draw_box(paint, placed.rect, palette::kCalm, palette::kLeaf, kStrongEdgeMm);
    if (placed.icon) {
        const Rect& box = *placed.icon;
        const float radius = static_cast<float>(box.w) / 2;
        paint.list.AddCircleFilled({static_cast<float>(box.x) + radius, static_cast<float>(box.y) + radius},
                                   radius, packed(palette::kLeaf));
        const int inset = box.w / 6;
        const Rect inner{box.x + inset, box.y + inset, box.w - 2 * inset, box.h - 2 * inset};
        draw_icon(paint.list, placed.node.icon.empty() ? "tick" : placed.node.icon, inner, palette::kCalm,
                  palette::kLeaf, paint.layout.right_to_left);
    }
    draw_words(paint, placed, palette::kInk);
}

void draw_words_and_icon(const Paint& paint, const Placed& placed, Colour colour) {
    if (placed.icon) {
        draw_icon(paint.list, placed.node.icon, *placed.icon, palette::kTeal, palette::kPage,
                  paint.layout.right_to_left);
    }
    draw_words(paint, placed, colour);
}

void draw_node(const Paint& paint, const Placed& placed, const Attention& attention) {
    switch (placed.node.role) {
        case Role::Title:
        case Role::Text:
            draw_words_and_icon(paint, placed, palette::kInk);
            break;
        case Role::Note:
        case Role::Status:
            draw_words_and_icon(paint, placed, palette::kQuietInk);
            break;
        case Role::Success:
            draw_success(paint, placed);
            break;
        case Role::Value:
            draw_box(paint, placed.rect, palette::kBand, palette::kBand, 0);
            draw_words_and_icon(paint, placed, palette::kInk);
            break;
        case Role::Button:
        case Role::Choice:
        case Role::Key:
            draw_control(paint, placed, attention);
            break;
    }
}

}  // namespace

void draw(ImDrawList& list, const Layout& layout, const Attention& attention, Textures& textures) {
    const Paint paint{list, layout, textures};
    list.AddRectFilled(corner(layout.bar), far_corner(layout.bar), packed(palette::kBand));
    for (const Placed& placed : layout.nodes) draw_node(paint, placed, attention);
}

}  // namespace kiosk::paint
