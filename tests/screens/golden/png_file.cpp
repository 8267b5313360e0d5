#include "tests/screens/golden/png_file.h"

#include <algorithm>
#include <array>

#include <png.h>

namespace golden {
namespace {

/// 0-3 of a grey of 0-255, and back.
std::uint8_t level_of(int grey) {
    return static_cast<std::uint8_t>((grey * (kLevels - 1) + 127) / 255);
}
std::uint8_t grey_of(int level) {
    return static_cast<std::uint8_t>(level * 255 / (kLevels - 1));
}

png_image image_of(int width, int height, png_uint_32 format) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = format;
    return image;
}

}  // namespace

Greys greys_of(const kiosk::paint::Pixels& pixels) {
    Greys greys{pixels.width, pixels.height, {}};
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
        // The weights of ITU-R BT.601, in thousandths.
        const int grey =
            (299 * pixels.rgba[i] + 587 * pixels.rgba[i + 1] + 114 * pixels.rgba[i + 2] + 500) / 1000;
        greys.levels.push_back(level_of(grey));
    }
    return greys;
}

std::optional<Greys> read_greys(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return std::nullopt;
    image.format = PNG_FORMAT_GRAY;
    Greys greys{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    greys.levels.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, greys.levels.data(), 0, nullptr) == 0) return std::nullopt;
    for (std::uint8_t& level : greys.levels) level = level_of(level);
    return greys;
}

bool write_greys(const std::string& path, const Greys& greys) {
    std::array<std::uint8_t, 3 * kLevels> map{};
    for (int level = 0; level < kLevels; ++level) {
        std::fill_n(map.begin() + 3 * level, 3, grey_of(level));
    }
    png_image image = image_of(greys.width, greys.height, PNG_FORMAT_RGB_COLORMAP);
    image.colormap_entries = kLevels;
    return png_image_write_to_file(&image, path.c_str(), 0, greys.levels.data(), 0, map.data()) != 0;
}

bool write_colours(const std::string& path, const kiosk::paint::Pixels& pixels) {
    std::vector<std::uint8_t> rgb;
    for (std::size_t i = 0; i < pixels.rgba.size(); ++i) {
        if (i % 4 != 3) rgb.push_back(pixels.rgba[i]);
    }
    png_image image = image_of(pixels.width, pixels.height, PNG_FORMAT_RGB);
    return png_image_write_to_file(&image, path.c_str(), 0, rgb.data(), 0, nullptr) != 0;
}

}  // namespace golden
