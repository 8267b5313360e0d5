#include "kiosk/paint/palette.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace {

using namespace kiosk::paint;

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double ratio(Colour a, Colour b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

TEST(Palette, TheRatioOfBlackOnWhiteIs21) {
    EXPECT_NEAR(ratio({0, 0, 0}, {255, 255, 255}), 21, 0.001);
}

TEST(Palette, EveryPairStandsOutAsMuchAsItMust) {
    for (const Contrast& pair : kContrasts) {
        EXPECT_GE(ratio(pair.front, pair.behind), pair.least) << pair.what;
        EXPECT_NEAR(ratio(pair.front, pair.behind), pair.measured, 0.006) << pair.what;
    }
}

TEST(Palette, HasNoAlarmingRed) {
    using namespace palette;
    for (const Colour colour : {kPage, kBand, kCard, kInk, kQuietInk, kSoftInk, kEdge, kTeal, kTealPressed,
                                kTint, kCalm, kLeaf, kRing}) {
        EXPECT_LE(colour.red, std::max(colour.green, colour.blue) + 24);
    }
}

}  // namespace
