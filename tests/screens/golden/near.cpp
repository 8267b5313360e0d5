#include "tests/screens/golden/near.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>

namespace golden {
namespace {

constexpr unsigned kArea = 600;  ///< pixels
constexpr unsigned kPixelsApart = 16;

}  // namespace

Colours colours_of(const kiosk::paint::Pixels& pixels) {
    constexpr std::size_t kBytes = 4;
    Colours colours;
    for (std::size_t i = 0; i + kBytes <= pixels.rgba.size(); i += kBytes) {
        const auto byte = [&](std::size_t at) {
            return static_cast<std::uint32_t>(pixels.rgba[i + at]);
        };
        ++colours[byte(0) << 16 | byte(1) << 8 | byte(2)];
    }
    return colours;
}

std::set<std::uint32_t> areas_of(const Colours& colours) {
    std::set<std::uint32_t> areas;
    for (const auto& [colour, count] : colours) {
        if (count >= kArea) areas.insert(colour);
    }
    return areas;
}

std::string to_text(const std::set<std::uint32_t>& areas) {
    std::string text;
    for (const std::uint32_t colour : areas) {
        char digits[7];
        std::snprintf(digits, sizeof digits, "%06x", colour & 0xFFFFFFU);
        text += (text.empty() ? "" : ",") + std::string(digits);
    }
    return text;
}

std::set<std::uint32_t> areas_of_text(const std::string& text) {
    std::set<std::uint32_t> areas;
    std::istringstream list(text);
    for (std::string one; std::getline(list, one, ',');) {
        areas.insert(static_cast<std::uint32_t>(std::strtoul(one.c_str(), nullptr, 16)));
    }
    return areas;
}

bool has_areas(const Colours& colours, const std::set<std::uint32_t>& areas) {
    const bool all = std::all_of(areas.begin(), areas.end(), [&](std::uint32_t colour) {
        const auto found = colours.find(colour);
        return found != colours.end() && found->second >= kArea / 2;
    });
    return all && std::all_of(colours.begin(), colours.end(), [&](const auto& one) {
               return one.second < 2 * kArea || areas.contains(one.first);
           });
}

bool are_near(const Greys& a, const Greys& b) {
    if (a.width != b.width || a.height != b.height || a.levels.size() != b.levels.size()) return false;
    unsigned apart = 0;
    for (std::size_t i = 0; i < a.levels.size(); ++i) {
        const int step = std::abs(a.levels[i] - b.levels[i]);
        if (step > 1) return false;
        apart += step == 1 ? 1U : 0U;
    }
    return apart <= kPixelsApart;
}

}  // namespace golden
