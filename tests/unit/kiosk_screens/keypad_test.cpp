#include "kiosk/screens/keypad.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using namespace std::chrono_literals;
using screens::KeyPress;
using Kind = KeyPress::Kind;

std::vector<std::string> targets(const screens::Screen& screen) {
    std::vector<std::string> ids;
    for (const screens::Node* node : screens::nodes_of(screen)) {
        if (screens::is_target(*node) && node->enabled) ids.push_back(node->id);
    }
    return ids;
}

screens::Screen sample(const std::string& name, const std::string& language = "en") {
    const auto all = support::samples(support::words_of(language));
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const support::Sample& one) { return one.name == name; });
    EXPECT_NE(found, all.end()) << name;
    return found->screen;
}

/// Presses keys with as much time between them as it takes.
class Hand {
public:
    std::optional<app::Press> press(Kind kind, const screens::Screen& screen, char sign = 0) {
        now_ += 1s;
        return keypad.on({kind, sign}, screen, now_);
    }
    std::optional<app::Press> type(char sign, const screens::Screen& screen) {
        return press(Kind::Sign, screen, sign);
    }
    screens::Keypad keypad;

private:
    base::BootTime now_ = 1h;
};

TEST(Keypad, NextGoesThroughEveryTargetOfEveryScreenInReadingOrderAndRoundAgain) {
    for (const char* language : {"en", "ur"}) {
        for (const support::Sample& sample : support::samples(support::words_of(language))) {
            SCOPED_TRACE(sample.name);
            const auto expected = targets(sample.screen);
            Hand hand;
            std::vector<std::string> met;
            for (std::size_t i = 0; i < expected.size(); ++i) {
                EXPECT_FALSE(hand.press(Kind::Next, sample.screen)) << "moving presses nothing";
                met.push_back(hand.keypad.focused());
            }
            EXPECT_EQ(met, expected);
            hand.press(Kind::Next, sample.screen);
            EXPECT_EQ(hand.keypad.focused(), expected.front()) << "no trap";
            hand.press(Kind::Previous, sample.screen);
            EXPECT_EQ(hand.keypad.focused(), expected.back());
        }
    }
}

TEST(Keypad, TheFiveKeysReachEveryTargetOfEveryScreen) {
    for (const support::Sample& sample : support::samples(support::english())) {
        SCOPED_TRACE(sample.name);
        const auto expected = targets(sample.screen);
        std::set<std::string> met;
        for (std::size_t rows = 1; rows <= expected.size(); ++rows) {
            Hand hand;
            for (std::size_t i = 0; i < rows; ++i) hand.press(Kind::Down, sample.screen);
            for (std::size_t i = 0; i < expected.size(); ++i) {
                met.insert(hand.keypad.focused());
                hand.press(Kind::Right, sample.screen);
            }
            if (met.size() == expected.size()) break;
        }
        EXPECT_EQ(met.size(), expected.size());
    }
}

TEST(Keypad, SelectRaisesWhatTheTargetInFocusRaisesAndNothingBefore) {
    const auto screen = sample("is_this_right");
    Hand hand;
    EXPECT_FALSE(hand.press(Kind::Select, screen)) << "a new screen has no focus";
    hand.press(Kind::Next, screen);
    EXPECT_EQ(hand.press(Kind::Select, screen), app::Press(app::press::ConfirmArrival{}));
}

TEST(Keypad, AKeyMeantForTheScreenBeforePressesNothingOnTheNext) {
    Hand hand;
    const auto before = sample("what_we_keep");
    hand.press(Kind::Next, before);
    ASSERT_TRUE(hand.press(Kind::Select, before));
    EXPECT_FALSE(hand.press(Kind::Select, sample("is_this_right")));
}

TEST(Keypad, TheSameKeyWithinHalfASecondCountsOnce) {
    const auto screen = sample("day");
    screens::Keypad keypad;
    keypad.on({Kind::Next, 0}, screen, 10s);
    const std::string first = keypad.focused();
    keypad.on({Kind::Next, 0}, screen, 10s + 499ms);
    EXPECT_EQ(keypad.focused(), first);
    keypad.on({Kind::Next, 0}, screen, 10s + 500ms);
    EXPECT_NE(keypad.focused(), first);
    keypad.on({Kind::Previous, 0}, screen, 10s + 510ms);
    EXPECT_EQ(keypad.focused(), first) << "another key is not slowed";
}

TEST(Keypad, DownGoesFromOneRowOfDaysToTheNextAndOnToTheBar) {
    const auto screen = sample("day");
    Hand hand;
    hand.press(Kind::Down, screen);
    EXPECT_EQ(hand.keypad.focused(), "day.1");
    hand.press(Kind::Right, screen);
    const std::string second = hand.keypad.focused();
    EXPECT_EQ(second, "day.2");
    hand.press(Kind::Down, screen);
    hand.press(Kind::Up, screen);
    EXPECT_EQ(hand.keypad.focused(), second);
    hand.press(Kind::Up, screen);
    EXPECT_TRUE(hand.keypad.focused().starts_with("mode.")) << "above the first row comes the last";
    hand.press(Kind::Up, screen);
    EXPECT_TRUE(hand.keypad.focused().starts_with("bar.")) << hand.keypad.focused();
}

TEST(Keypad, InALanguageFromRightToLeftTheLeftKeyLeadsOnButNotAmongLatinLetters) {
    const auto bar = sample("welcome", "ur");
    Hand hand;
    hand.press(Kind::Next, bar);
    const std::string first = hand.keypad.focused();
    hand.press(Kind::Left, bar);
    const auto all = targets(bar);
    EXPECT_EQ(hand.keypad.focused(), all.at(1));
    hand.press(Kind::Right, bar);
    EXPECT_EQ(hand.keypad.focused(), first);

    const auto letters = sample("letter", "ur");
    hand.press(Kind::Down, letters);
    ASSERT_EQ(hand.keypad.focused(), "letter.A");
    hand.press(Kind::Right, letters);
    EXPECT_EQ(hand.keypad.focused(), "letter.B") << "Latin letters run from left to right";
}

TEST(Keypad, TypedDigitsAndLettersMoveTheFocusAndChangeNoScreen) {
    Hand hand;
    const auto days = sample("day");
    EXPECT_FALSE(hand.type('3', days));
    EXPECT_EQ(hand.keypad.focused(), "day.3");
    EXPECT_FALSE(hand.type('1', days));
    EXPECT_EQ(hand.keypad.focused(), "day.31");
    hand.type('9', days);
    EXPECT_EQ(hand.keypad.focused(), "day.9") << "there is no day 319";
    hand.type('9', days);
    EXPECT_EQ(hand.keypad.focused(), "day.9");
    EXPECT_EQ(hand.press(Kind::Select, days), app::Press(app::press::Day{9}));

    const auto letters = sample("letter");
    EXPECT_FALSE(hand.type('Q', letters));
    EXPECT_EQ(hand.press(Kind::Select, letters), app::Press(app::press::Letter{'Q'}));
}

TEST(Keypad, ADigitOfAYearIsEnteredAtOnceAndEraseTakesItAway) {
    const auto year = sample("year");
    Hand hand;
    EXPECT_EQ(hand.type('1', year), app::Press(app::press::Digit{1}));
    const auto typed = sample("year_half");
    EXPECT_EQ(hand.press(Kind::Erase, typed), app::Press(app::press::Erase{}));
}

TEST(Keypad, BackAndHelpHaveKeysOfTheirOwnWhereTheScreenHasThem) {
    Hand hand;
    EXPECT_EQ(hand.press(Kind::Back, sample("day")), app::Press(app::press::Back{}));
    EXPECT_EQ(hand.press(Kind::Help, sample("day")), app::Press(app::press::Help{}));
    EXPECT_FALSE(hand.press(Kind::Back, sample("checked_in")));
}

TEST(Keypad, AScreenThatStaysKeepsTheFocusAndAFingerTakesItAway) {
    const auto year = sample("year");
    Hand hand;
    hand.type('1', year);
    const std::string focused = hand.keypad.focused();
    hand.keypad.follow(sample("year_half"));
    EXPECT_EQ(hand.keypad.focused(), focused);
    hand.keypad.follow(sample("day"));
    EXPECT_EQ(hand.keypad.focused(), "");
    hand.type('5', sample("day"));
    hand.keypad.clear();
    EXPECT_EQ(hand.keypad.focused(), "");
}

}  // namespace
