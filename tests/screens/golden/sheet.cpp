#include "tests/screens/golden/sheet.h"

#include <algorithm>

namespace golden {
namespace {

constexpr int kGap = 10;
constexpr int kCaption = 22;
constexpr float kCapPx = 8;

struct Place {
    int x, y;
};

std::uint8_t* pixel_of(kiosk::paint::Pixels& pixels, int x, int y) {
    return &pixels.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                             static_cast<std::size_t>(x))];
}

/// Each pixel the mean of those it stands for.
void put_smaller(kiosk::paint::Pixels& sheet, const Place& at, const kiosk::paint::Pixels& picture,
                 int times) {
    for (int y = 0; y < picture.height / times; ++y) {
        for (int x = 0; x < picture.width / times; ++x) {
            for (int colour = 0; colour < 3; ++colour) {
                int sum = 0;
                for (int i = 0; i < times * times; ++i) {
                    const int from_x = x * times + i % times;
                    const int from_y = y * times + i / times;
                    sum += picture.rgba[4 * static_cast<std::size_t>(from_y * picture.width + from_x) +
                                        static_cast<std::size_t>(colour)];
                }
                pixel_of(sheet, at.x + x, at.y + y)[colour] =
                    static_cast<std::uint8_t>(sum / (times * times));
            }
        }
    }
}

void put_words(kiosk::paint::Pixels& sheet, const Place& at, const std::string& words,
               kiosk::text::Shaper& shaper) {
    const auto drawn = shaper.picture({.text = words, .language = "en", .cap_px = kCapPx});
    for (int y = 0; y < drawn->height; ++y) {
        for (int x = 0; x < drawn->width; ++x) {
            const int to_x = at.x + x;
            const int to_y = at.y + y + drawn->top;
            if (to_x >= sheet.width || to_y < 0 || to_y >= sheet.height) continue;
            const int ink = drawn->coverage[static_cast<std::size_t>(y * drawn->width + x)];
            std::fill_n(pixel_of(sheet, to_x, to_y), 3, static_cast<std::uint8_t>(255 - ink));
        }
    }
}

}  // namespace

kiosk::paint::Pixels sheet_of(const std::vector<Picture>& pictures, const Sheet& shape) {
    const auto shaper = kiosk::text::Shaper::create().value();
    const int width = kPanel.width_px / shape.times_smaller + kGap;
    const int height = kPanel.height_px / shape.times_smaller + kCaption + kGap;
    const int rows = (static_cast<int>(pictures.size()) + shape.columns - 1) / shape.columns;
    kiosk::paint::Pixels sheet{shape.columns * width + kGap, rows * height + kGap, {}};
    sheet.rgba.assign(4 * static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height),
                      255);
    int number = 0;
    for (const Picture& picture : pictures) {
        const Place at{kGap + number % shape.columns * width, kGap + number / shape.columns * height};
        put_smaller(sheet, at, picture.pixels, shape.times_smaller);
        put_words(sheet, {at.x, at.y + kPanel.height_px / shape.times_smaller + 2}, picture.name, *shaper);
        ++number;
    }
    return sheet;
}

}  // namespace golden
