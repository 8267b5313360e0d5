#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/paint/canvas.h"

namespace kiosk::paint {

/// Pixels as red, green, blue, alpha, row after row.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;

    bool operator==(const Pixels&) const = default;
};

/// Lets the rasteriser read a text's picture as its own texture.
class PictureTextures final : public Textures {
public:
    void* texture_of(const text::Picture& picture) override;
};

/// Draws the lists over the page's colour without any graphics card. Corners are rounded to 1/16 pixel and
/// all edges are whole-number arithmetic, so that every run and compiler gives the same bytes. A texture is
/// null (white) or a text::Picture.
Pixels rasterise(const ImDrawData& data, Colour page = kWarm.page);

/// What a person would see: the screen laid out on the panel and drawn.
Pixels picture_of(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper,
                  const Attention& attention = {});
Pixels picture_of(const Layout& layout, const Attention& attention = {});

}  // namespace kiosk::paint
