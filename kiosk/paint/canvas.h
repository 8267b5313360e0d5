#pragma once

#include <memory>

#include "kiosk/paint/draw.h"

struct ImDrawData;
struct ImDrawList;

namespace kiosk::paint {

/// Turns a layout into ImDrawData, without a Dear ImGui frame: the same lists for the graphics card and for
/// the rasteriser. `white` is the ImTextureID of a single white pixel, behind everything that is not words.
class Canvas {
public:
    explicit Canvas(void* white);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// An empty list of that many pixels; end() closes it. What end() answers is good until the next begin().
    ImDrawList& begin(int width_px, int height_px);
    ImDrawData& end();

    /// begin, the whole screen, end.
    ImDrawData& paint(const Layout& layout, const Attention& attention, Textures& textures);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk::paint
