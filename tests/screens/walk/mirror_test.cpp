// A right-to-left screen is the left-to-right one seen in a mirror, but for what runs from left to right in
// every language: digits, times, Latin letters.

#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/paint/layout.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;

constexpr paint::Panel kUpright{1080, 1920, 0.248F, {}};

class Mirror : public testing::Test {
protected:
    paint::Layout of(const std::string& language, const std::string& name) {
        const auto all = support::samples(support::words_of(language));
        const auto sample =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
        EXPECT_NE(sample, all.end()) << name;
        return paint::layout(sample->screen, kUpright, *shaper_);
    }

    static bool stands_left_of(const paint::Layout& made, const std::string& a, const std::string& b) {
        const paint::Placed* one = paint::find(made, a);
        const paint::Placed* other = paint::find(made, b);
        EXPECT_TRUE(one != nullptr && other != nullptr) << a << ", " << b;
        return one->rect.right() <= other->rect.x;
    }

    std::unique_ptr<text::Shaper> shaper_ = text::Shaper::create().value();
};

TEST_F(Mirror, TurnsTheBarAndWhatIsReadInOrder) {
    for (const char* language : {"ar", "ckb", "fa", "ur"}) {
        const auto month = of(language, "month");
        EXPECT_TRUE(month.right_to_left) << language;
        EXPECT_TRUE(stands_left_of(month, "bar.start_again", "bar.back")) << language;
        EXPECT_TRUE(stands_left_of(month, "bar.languages", "bar.help")) << language;
        EXPECT_TRUE(stands_left_of(month, "mode.dark", "mode.large")) << language;
        EXPECT_TRUE(stands_left_of(month, "month.2", "month.1")) << language;
        EXPECT_TRUE(stands_left_of(of(language, "day"), "day.2", "day.1")) << language;
    }
    const auto english = of("en", "month");
    EXPECT_TRUE(stands_left_of(english, "bar.back", "bar.start_again"));
    EXPECT_TRUE(stands_left_of(english, "month.1", "month.2"));
}

TEST_F(Mirror, LeavesTheKeysOfDigitsAndLatinLettersAsTheyAre) {
    for (const char* language : {"en", "ar", "ur"}) {
        EXPECT_TRUE(stands_left_of(of(language, "year"), "digit.1", "digit.2")) << language;
        EXPECT_TRUE(stands_left_of(of(language, "letter"), "letter.A", "letter.B")) << language;
        EXPECT_TRUE(stands_left_of(of(language, "letter"), "letter.Y", "letter.Z")) << language;
    }
}

TEST_F(Mirror, PutsPictogramsBeforeTheirWords) {
    const auto urdu = of("ur", "late");
    const auto english = of("en", "late");
    for (const char* id : {"reason.transport", "success"}) {
        const paint::Placed* right = paint::find(urdu, id);
        EXPECT_GE(right->icon->x, right->words_box.right()) << id;
        const paint::Placed* left = paint::find(english, id);
        EXPECT_LE(left->icon->right(), left->words_box.x) << id;
    }
}

TEST_F(Mirror, KeepsTheDirectionOfValues) {
    const std::string piece =
        "\u2068"
        "1 9 _ _"
        "\u2069";
    EXPECT_NE(support::words_of("ur").text("year.value", {"1 9 _ _"}).find(piece), std::string::npos);
    EXPECT_EQ(support::english().text("year.value", {"1 9 _ _"}), "Year: 1 9 _ _");
}

TEST_F(Mirror, ShowsTheTypedYearInTheOrderOfItsDigits) {
    // "1 9" within a right-to-left text must look as "1 9" by itself does: the same picture, moved.
    const auto alone = [&](const std::string& words) {
        text::Line line;
        line.text = words;
        line.language = "en";
        return shaper_->picture(line)->coverage;
    };
    const auto in_urdu = [&](const std::string& words) {
        text::Line line;
        line.text = words;
        line.language = "ar";
        line.right_to_left = true;
        return shaper_->picture(line)->coverage;
    };
    EXPECT_EQ(in_urdu("\u2068"
                      "1 9"
                      "\u2069"),
              alone("1 9"));
    EXPECT_NE(in_urdu("1 9"), alone("1 9")) << "without it they are turned round";
    EXPECT_EQ(in_urdu("\u2068"
                      "14:05"
                      "\u2069"),
              alone("14:05"));
}

}  // namespace
