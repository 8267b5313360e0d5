#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kiosk::text {

/// Drawn text: how much of each pixel the ink covers (0-255), row after row without padding.
///
/// `left` and `top` say where the picture's corner stands from the corner of the text's own box: ink may
/// reach out of that box (a tall accent, a sweeping Nastaliq tail). Whole pixels, so that drawing it never
/// blurs it.
struct Picture {
    std::uint64_t id = 0;  ///< never used twice by one Shaper: a key for textures made of it
    int width = 0, height = 0;
    int left = 0, top = 0;
    std::vector<std::uint8_t> coverage;

    std::size_t bytes() const { return coverage.size(); }
};

}  // namespace kiosk::text
