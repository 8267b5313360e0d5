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
    for (const Palette& palette : {kWarm, kLightOnDark}) {
        for (const Contrast& pair : contrasts_of(palette)) {
            EXPECT_GE(ratio(pair.front, pair.behind), pair.least) << pair.what;
        }
    }
}

TEST(Palette, OfHighContrastStandsOutMoreThanTheOrdinary) {
    EXPECT_GE(ratio(kLightOnDark.ink, kLightOnDark.page), 20);
    const auto ordinary = contrasts_of(kWarm);
    const auto high = contrasts_of(kLightOnDark);
    for (std::size_t i = 0; i < high.size(); ++i) {
        if (high[i].least < kTextContrast) continue;
        EXPECT_GE(ratio(high[i].front, high[i].behind), 10) << high[i].what;
        EXPECT_STREQ(high[i].what, ordinary[i].what);
    }
}

TEST(Palette, HasNoAlarmingRed) {
    for (const Palette& palette : {kWarm, kLightOnDark}) {
        for (const Contrast& pair : contrasts_of(palette)) {
            for (const Colour colour : {pair.front, pair.behind}) {
                EXPECT_LE(colour.red, std::max(colour.green, colour.blue) + 24) << pair.what;
            }
        }
    }
}

}  // namespace
