#include "kiosk/text/picture_cache.h"

#include <gtest/gtest.h>

namespace {

using kiosk::text::Picture;
using kiosk::text::PictureCache;

Picture of_bytes(std::size_t bytes) {
    Picture picture;
    picture.coverage.resize(bytes);
    return picture;
}

TEST(PictureCache, HoldsExactlyItsBoundAndNotOneByteMore) {
    PictureCache cache(100);
    cache.keep("a", of_bytes(60));
    cache.keep("b", of_bytes(40));
    EXPECT_EQ(cache.bytes(), 100U);
    EXPECT_EQ(cache.count(), 2U);
    cache.keep("c", of_bytes(1));
    EXPECT_EQ(cache.bytes(), 41U);
    EXPECT_EQ(cache.find("a"), nullptr);
    EXPECT_NE(cache.find("b"), nullptr);
}

TEST(PictureCache, DropsTheOneUsedLongestAgo) {
    PictureCache cache(100);
    cache.keep("a", of_bytes(50));
    cache.keep("b", of_bytes(50));
    ASSERT_NE(cache.find("a"), nullptr);
    cache.keep("c", of_bytes(50));
    EXPECT_NE(cache.find("a"), nullptr);
    EXPECT_EQ(cache.find("b"), nullptr);
}

TEST(PictureCache, HandsBackAPictureLargerThanItselfWithoutKeepingIt) {
    PictureCache cache(100);
    cache.keep("a", of_bytes(50));
    const auto large = cache.keep("large", of_bytes(101));
    EXPECT_EQ(large->bytes(), 101U);
    EXPECT_EQ(cache.find("large"), nullptr);
    EXPECT_NE(cache.find("a"), nullptr);
}

TEST(PictureCache, ReplacesAKeyWithoutCountingItTwice) {
    PictureCache cache(100);
    cache.keep("a", of_bytes(60));
    cache.keep("a", of_bytes(70));
    EXPECT_EQ(cache.bytes(), 70U);
    EXPECT_EQ(cache.count(), 1U);
}

TEST(PictureCache, APictureInUseOutlivesItsPlace) {
    PictureCache cache(10);
    const auto held = cache.keep("a", of_bytes(10));
    cache.keep("b", of_bytes(10));
    EXPECT_EQ(cache.find("a"), nullptr);
    EXPECT_EQ(held->bytes(), 10U);
}

}  // namespace
