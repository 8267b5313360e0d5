// What is drawn stands out, measured on the pixels of every screen (C28; WCAG 2.2, 1.4.3, 1.4.6, 1.4.11).

#include <algorithm>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "kiosk/paint/cpu_raster.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using paint::Colour;

/// A 21.5" panel at half its pixels.
constexpr paint::Panel kPanel{540, 960, 0.496F, {}};

struct Darker {
    bool operator()(const Colour& a, const Colour& b) const {
        return std::tie(a.red, a.green, a.blue) < std::tie(b.red, b.green, b.blue);
    }
};

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double ratio(const Colour& a, const Colour& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/// How the ink of a box stands out from what is behind it: the commonest colour there is behind, and of the
/// others the one that differs most is the middle of a stroke.
double ratio_within(const paint::Pixels& pixels, const paint::Rect& box) {
    std::map<Colour, int, Darker> counts;
    for (int y = std::max(0, box.y); y < std::min(pixels.height, box.bottom()); ++y) {
        for (int x = std::max(0, box.x); x < std::min(pixels.width, box.right()); ++x) {
            const auto* p = &pixels.rgba[4 * static_cast<std::size_t>(y * pixels.width + x)];
            ++counts[{p[0], p[1], p[2]}];
        }
    }
    const auto behind = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                            return a.second < b.second;
                        })->first;
    double most = 1;
    for (const auto& [colour, count] : counts) most = std::max(most, ratio(colour, behind));
    return most;
}

class Drawn : public testing::TestWithParam<bool> {};

TEST_P(Drawn, C28_WordsAndPictogramsOfEveryScreenStandOut) {
    const auto shaper = text::Shaper::create().value();
    for (const auto& sample : support::samples(support::english(), {.high_contrast = GetParam()})) {
        const paint::Layout made = paint::layout(sample.screen, kPanel, *shaper);
        const paint::Pixels pixels = paint::picture_of(made);
        for (const paint::Placed& placed : made.nodes) {
            const double least = placed.node.enabled ? paint::kTextContrast : paint::kDisabledContrast;
            EXPECT_GE(ratio_within(pixels, placed.words_box), least) << sample.name << ' ' << placed.node.id;
            if (!placed.icon) continue;
            EXPECT_GE(ratio_within(pixels, *placed.icon), paint::kControlContrast)
                << sample.name << ' ' << placed.node.id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Palettes, Drawn, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "HighContrast" : "Ordinary"; });

}  // namespace
