#include "kiosk/paint/cpu_raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <imgui.h>

#include "kiosk/paint/palette.h"

namespace kiosk::paint {
namespace {

constexpr std::int64_t kSub = 16;  // steps a pixel

struct Corner {
    std::int64_t x = 0, y = 0;  // in steps
    std::array<std::int64_t, 4> colour{};
};

/// Whole-number box of pixels that may be written, from..to (excluded).
struct Clip {
    int x0, y0, x1, y1;
};

std::array<std::int64_t, 4> unpacked(ImU32 colour) {
    return {(colour >> IM_COL32_R_SHIFT) & 0xFF, (colour >> IM_COL32_G_SHIFT) & 0xFF,
            (colour >> IM_COL32_B_SHIFT) & 0xFF, (colour >> IM_COL32_A_SHIFT) & 0xFF};
}

Corner corner_of(const ImDrawVert& vertex) {
    return {std::llround(vertex.pos.x * kSub), std::llround(vertex.pos.y * kSub), unpacked(vertex.col)};
}

/// alpha in 0..255
void blend(Pixels& to, int x, int y, const std::array<std::int64_t, 4>& colour, std::int64_t alpha) {
    std::uint8_t* pixel = &to.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(to.width) +
                                    static_cast<std::size_t>(x)) *
                                   4];
    for (std::size_t i = 0; i < 3; ++i) {
        pixel[i] = static_cast<std::uint8_t>((colour[i] * alpha + pixel[i] * (255 - alpha) + 127) / 255);
    }
}

/// Twice the area to the left of the edge a-b at (x, y): positive inside for a clockwise triangle on the
/// screen.
std::int64_t side(const Corner& a, const Corner& b, std::int64_t x, std::int64_t y) {
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

/// Of two triangles that share an edge exactly one takes the pixels on it.
bool takes_its_edge(const Corner& a, const Corner& b) {
    return a.y > b.y || (a.y == b.y && a.x < b.x);
}

void fill_triangle(Pixels& to, const Clip& clip, Corner a, Corner b, Corner c) {
    std::int64_t area = side(a, b, c.x, c.y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(b, c);
        area = -area;
    }
    const auto floor_pixel = [](std::int64_t v) {
        return static_cast<int>(v >> 4);
    };
    const int x0 = std::max(clip.x0, floor_pixel(std::min({a.x, b.x, c.x})));
    const int y0 = std::max(clip.y0, floor_pixel(std::min({a.y, b.y, c.y})));
    const int x1 = std::min(clip.x1, floor_pixel(std::max({a.x, b.x, c.x})) + 1);
    const int y1 = std::min(clip.y1, floor_pixel(std::max({a.y, b.y, c.y})) + 1);
    const std::int64_t bias_bc = takes_its_edge(b, c) ? 0 : -1;
    const std::int64_t bias_ca = takes_its_edge(c, a) ? 0 : -1;
    const std::int64_t bias_ab = takes_its_edge(a, b) ? 0 : -1;
    const bool flat = a.colour == b.colour && b.colour == c.colour;
    for (int y = y0; y < y1; ++y) {
        const std::int64_t py = y * kSub + kSub / 2;
        std::int64_t wa = side(b, c, x0 * kSub + kSub / 2, py);
        std::int64_t wb = side(c, a, x0 * kSub + kSub / 2, py);
        std::int64_t wc = side(a, b, x0 * kSub + kSub / 2, py);
        for (int x = x0; x < x1; ++x) {
            if (wa + bias_bc >= 0 && wb + bias_ca >= 0 && wc + bias_ab >= 0) {
                std::array<std::int64_t, 4> colour = a.colour;
                if (!flat) {
                    for (std::size_t i = 0; i < 4; ++i) {
                        colour[i] =
                            (a.colour[i] * wa + b.colour[i] * wb + c.colour[i] * wc + area / 2) / area;
                    }
                }
                blend(to, x, y, colour, colour[3]);
            }
            wa -= (c.y - b.y) * kSub;
            wb -= (a.y - c.y) * kSub;
            wc -= (b.y - a.y) * kSub;
        }
    }
}

/// Words stand on whole pixels, one pixel of the picture to one of the glass.
void put_picture(Pixels& to, const Clip& clip, const text::Picture& picture, const ImDrawVert& upper_left) {
    const auto left = static_cast<int>(std::lround(upper_left.pos.x));
    const auto top = static_cast<int>(std::lround(upper_left.pos.y));
    const auto colour = unpacked(upper_left.col);
    for (int y = std::max(clip.y0, top); y < std::min(clip.y1, top + picture.height); ++y) {
        const std::uint8_t* row =
            &picture.coverage[static_cast<std::size_t>(y - top) * static_cast<std::size_t>(picture.width)];
        for (int x = std::max(clip.x0, left); x < std::min(clip.x1, left + picture.width); ++x) {
            const std::int64_t covered = row[x - left];
            if (covered > 0) blend(to, x, y, colour, covered * colour[3] / 255);
        }
    }
}

void run_command(Pixels& to, const ImDrawList& list, const ImDrawCmd& command) {
    const Clip clip{std::max(0, static_cast<int>(command.ClipRect.x)),
                    std::max(0, static_cast<int>(command.ClipRect.y)),
                    std::min(to.width, static_cast<int>(command.ClipRect.z)),
                    std::min(to.height, static_cast<int>(command.ClipRect.w))};
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    const auto* picture = static_cast<const text::Picture*>(command.GetTexID());
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        if (picture != nullptr) {
            // A picture is one quad of two triangles whose first corner is the upper left one.
            if (i % 6 == 0) put_picture(to, clip, *picture, vertices[indices[i]]);
            continue;
        }
        fill_triangle(to, clip, corner_of(vertices[indices[i]]), corner_of(vertices[indices[i + 1]]),
                      corner_of(vertices[indices[i + 2]]));
    }
}

}  // namespace

void* PictureTextures::texture_of(const text::Picture& picture) {
    return const_cast<text::Picture*>(&picture);  // ImTextureID is a plain pointer; it is only read
}

Pixels rasterise(const ImDrawData& data, Colour page) {
    Pixels to{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y), {}};
    const auto count = static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height);
    to.rgba.resize(count * 4);
    for (std::size_t i = 0; i < count; ++i) {
        to.rgba[i * 4] = page.red;
        to.rgba[i * 4 + 1] = page.green;
        to.rgba[i * 4 + 2] = page.blue;
        to.rgba[i * 4 + 3] = 255;
    }
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) run_command(to, list, command);
    }
    return to;
}

Pixels picture_of(const Layout& layout, const Attention& attention) {
    PictureTextures textures;
    Canvas canvas(nullptr);
    return rasterise(canvas.paint(layout, attention, textures), palette_of(layout.modes).page);
}

Pixels picture_of(const screens::Screen& screen, const Panel& panel, text::Shaper& shaper,
                  const Attention& attention) {
    return picture_of(layout(screen, panel, shaper), attention);
}

}  // namespace kiosk::paint
