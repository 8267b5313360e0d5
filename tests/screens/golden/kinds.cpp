#include "tests/screens/golden/kinds.h"

#include <cstdint>
#include <cstdio>

namespace golden {

std::vector<Picture> draw_all(const Kind& kind) {
    const auto shaper = kiosk::text::Shaper::create().value();
    std::vector<Picture> all;
    for (const support::Sample& sample : support::samples(support::words_of(kind.language), kind.modes)) {
        all.push_back({sample.name, kiosk::paint::picture_of(sample.screen, kPanel, *shaper)});
    }
    return all;
}

std::string fingerprint(const kiosk::paint::Pixels& pixels) {
    std::uint64_t number = 0xCBF29CE484222325U;
    for (const std::uint8_t byte : pixels.rgba) number = (number ^ byte) * 0x100000001B3U;
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(number));
    return digits;
}

long room_of(const std::string& language, kiosk::text::Shaper& shaper) {
    long room = 0;
    for (const support::Sample& sample : support::samples(support::words_of(language))) {
        for (const kiosk::screens::Node* node : kiosk::screens::nodes_of(sample.screen)) {
            room += shaper.measure({.text = node->label, .language = language}).width;
        }
    }
    return room;
}

}  // namespace golden
