#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/paint/cpu_raster.h"

/// Small PNG files: what is compared is always the pixels, never a file's bytes.
namespace golden {

inline constexpr int kLevels = 4;

/// A picture in four greys, 0-3 a pixel: enough to see what a screen looked like.
struct Greys {
    int width = 0, height = 0;
    std::vector<std::uint8_t> levels;

    bool operator==(const Greys&) const = default;
};

Greys greys_of(const kiosk::paint::Pixels& pixels);

/// None when there is no such file, or it is no picture.
std::optional<Greys> read_greys(const std::string& path);
bool write_greys(const std::string& path, const Greys& greys);
/// In colour.
bool write_colours(const std::string& path, const kiosk::paint::Pixels& pixels);

}  // namespace golden
