#include "kiosk/text/shaper.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace {

using namespace kiosk::text;

std::unique_ptr<Shaper> shaper(std::size_t cache_bytes = kPictureCacheBytes) {
    auto made = Shaper::create(default_fonts(), cache_bytes);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().message);
    return std::move(made).value();
}

Line line(std::string text, std::string language = "en", int width_px = 0) {
    Line made;
    made.text = std::move(text);
    made.language = std::move(language);
    made.width_px = width_px;
    return made;
}

/// Where the ink begins and ends, in pixels from the left of the box it was wrapped in.
std::pair<int, int> ink(const Picture& picture) {
    int first = picture.width;
    int last = 0;
    for (std::size_t i = 0; i < picture.coverage.size(); ++i) {
        if (picture.coverage[i] == 0) continue;
        const int x = static_cast<int>(i) % picture.width;
        first = std::min(first, x);
        last = std::max(last, x);
    }
    return {picture.left + first, picture.left + last};
}

int ink_height(const Picture& picture) {
    const auto width = static_cast<std::size_t>(picture.width);
    int rows = 0;
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        const auto row = picture.coverage.begin() + static_cast<std::ptrdiff_t>(y * width);
        if (std::any_of(row, row + static_cast<std::ptrdiff_t>(width), [](auto c) { return c > 127; }))
            ++rows;
    }
    return rows;
}

TEST(Shaper, MakesACapitalAsHighAsItIsAskedTo) {
    const auto text = shaper();
    Line capital = line("H");
    for (const float cap : {20.0F, 41.0F, 77.0F}) {
        capital.cap_px = cap;
        EXPECT_NEAR(ink_height(*text->picture(capital)), cap, 1.0F);
    }
}

TEST(Shaper, KnowsEveryLetterOfNamesWithAccentsAndOfTheHubsScripts) {
    const auto text = shaper();
    EXPECT_EQ(text->measure(line("Łukasz Özil O’Neil Șerban Ŵyn Nguyễn – “14:00” £5")).unknown, 0);
    EXPECT_EQ(text->measure(line("کیا یہ درست ہے؟", "ur")).unknown, 0);
    EXPECT_EQ(text->measure(line("ਕੀ ਇਹ ਸਹੀ ਹੈ?", "pa")).unknown, 0);
    EXPECT_EQ(text->measure(line("এটা কি ঠিক?", "bn")).unknown, 0);
    EXPECT_EQ(text->measure(line("ئەمە ڕاستە؟ ڵ ۆ ێ ڤ", "ckb")).unknown, 0);
    EXPECT_EQ(text->measure(line("这样对吗？", "zh-Hans")).unknown, 0);
    EXPECT_EQ(text->measure(line("هل هذا صحيح؟", "ar")).unknown, 0);
}

TEST(Shaper, CountsALetterThatNoFontHas) {
    const auto text = shaper();
    EXPECT_EQ(text->measure(line("a \xF0\x90\x80\x80")).unknown, 1);  // Linear B, in none of the fonts
}

TEST(Shaper, GivesTheSameBytesOnEveryRun) {
    const Line sentence = line("You are checked in, Łukasz.", "en", 300);
    const auto once = shaper()->picture(sentence);
    const auto other = shaper();
    other->picture(line("something before it"));
    other->measure(line("کیا یہ درست ہے؟", "ur"));  // opens the other fonts
    const auto again = other->picture(sentence);
    EXPECT_EQ(once->coverage, again->coverage);
    EXPECT_EQ(once->left, again->left);
    EXPECT_EQ(once->top, again->top);
}

TEST(Shaper, WrapsAtWordsAndTellsWhenItCannot) {
    const auto text = shaper();
    const Extent wrapped = text->measure(line("one two three four five six", "en", 150));
    EXPECT_GT(wrapped.lines, 1);
    EXPECT_LE(wrapped.width, 150);
    EXPECT_FALSE(wrapped.broken_word);
    EXPECT_TRUE(text->measure(line("Donaudampfschifffahrt", "de", 150)).broken_word);
}

TEST(Shaper, StandsWhereTheLinesOfItsScreenStart) {
    const auto text = shaper();
    Line urdu = line("درست", "ur", 400);
    Line english = line("right", "en", 400);
    EXPECT_LT(ink(*text->picture(english)).first, 20);
    EXPECT_LT(ink(*text->picture(urdu)).first, 20);
    urdu.right_to_left = english.right_to_left = true;
    EXPECT_GT(ink(*text->picture(english)).second, 380);
    EXPECT_GT(ink(*text->picture(urdu)).second, 380);
}

TEST(Shaper, KeepsPicturesUpToItsBoundAndHandsOutTheSameOneAgain) {
    const auto text = shaper(3000);
    const auto first = text->picture(line("Back"));
    EXPECT_EQ(text->picture(line("Back")), first);
    for (int i = 0; i < 50; ++i) {
        text->picture(line("line " + std::to_string(i)));
        ASSERT_LE(text->cached_bytes(), 3000U);
    }
    EXPECT_NE(text->picture(line("Back")), first);
    text->forget();
    EXPECT_EQ(text->cached_pictures(), 0U);
}

TEST(Shaper, CutsAnEndlessTextAtAWholeLetter) {
    const auto text = shaper();
    std::string endless;
    while (endless.size() <= kMaxTextBytes) endless += "ąbc";
    const Extent extent = text->measure(line(endless, "pl", 500));
    EXPECT_EQ(extent.unknown, 0);
    EXPECT_EQ(extent.height, text->measure(line(endless + endless, "pl", 500)).height);
}

TEST(Shaper, DrawsNothingForAnEmptyText) {
    EXPECT_EQ(shaper()->picture(line(""))->width, 0);
}

TEST(Shaper, SaysWhichFontIsMissing) {
    FontList fonts = default_fonts();
    fonts.core.push_back({"/usr/share/fonts/nowhere.ttf"});
    const auto made = Shaper::create(fonts);
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.error().kind, base::ErrorKind::NotFound);
    EXPECT_NE(made.error().message.find("nowhere.ttf"), std::string::npos);
}

/// Nastaliq and Arabic get less room than their fonts ask for, but never less than their ink.
TEST(Shaper, TheBoxOfATextHoldsItsInkAboveAndBelow) {
    const auto text = Shaper::create().value();
    for (const auto& [words, language] : std::vector<std::pair<std::string, std::string>>{
             {"کچھ اور", "ur"}, {"کام", "ur"}, {"گہرا", "ur"}, {"أُحبّها إلى آخر", "ar"}, {"ڵێرە", "ckb"}}) {
        const Extent extent = text->measure(line(words, language));
        const auto drawn = text->picture(line(words, language));
        // The picture has a pixel more on each side than its ink.
        EXPECT_GE(drawn->top + 1, 0) << words;
        EXPECT_LE(drawn->top + drawn->height - 1, extent.height) << words;
    }
}

}  // namespace
