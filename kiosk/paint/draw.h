#pragma once

#include <cstdint>
#include <string>

#include "kiosk/paint/layout.h"
#include "kiosk/paint/palette.h"

struct ImDrawList;

namespace kiosk::paint {

/// Where drawn words become something an ImDrawList can show: a texture of the graphics card, or the picture
/// itself for the rasteriser of cpu_raster.h. The answer is an ImTextureID and must stay good for one frame.
class Textures {
public:
    virtual ~Textures() = default;
    virtual void* texture_of(const text::Picture& picture) = 0;
};

/// What a finger or the keys are on; ids of nodes, empty for none.
struct Attention {
    std::string pressed;
    std::string focused;

    bool operator==(const Attention&) const = default;
};

/// Adds the whole screen to the list. The page's own colour (Palette::page) is the caller's to clear with.
void draw(ImDrawList& list, const Layout& layout, const Attention& attention, Textures& textures);

}  // namespace kiosk::paint
