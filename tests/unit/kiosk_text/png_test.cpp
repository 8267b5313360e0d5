#include "kiosk/text/png.h"

#include <gtest/gtest.h>

namespace {

TEST(Png, IsTheSameForTheSamePixels) {
    const std::vector<std::uint8_t> pixels{1, 2, 3, 255, 4, 5, 6, 255};
    const auto once = kiosk::text::encode_png(2, 1, pixels);
    ASSERT_TRUE(once.has_value());
    EXPECT_EQ(once->substr(1, 3), "PNG");
    EXPECT_EQ(*once, *kiosk::text::encode_png(2, 1, pixels));
    EXPECT_NE(*once, *kiosk::text::encode_png(1, 2, pixels));
}

TEST(Png, RefusesPixelsThatDoNotFit) {
    EXPECT_FALSE(kiosk::text::encode_png(2, 2, {1, 2, 3, 255}).has_value());
    EXPECT_FALSE(kiosk::text::encode_png(0, 0, {}).has_value());
}

TEST(Png, SaysSoWhenAFileCannotBeWritten) {
    EXPECT_FALSE(kiosk::text::write_png("/proc/nowhere.png", 1, 1, {1, 2, 3, 255}).has_value());
}

}  // namespace
