// Every screen by keys alone (C18, C24, C31, C32; EN 301 549 5.1.6, 5.8; WCAG 2.1.1, 2.1.2, 2.4.3, 3.2.1).

#include "kiosk/screens/focus.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "shared/languages/language.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace std::chrono_literals;
using namespace kiosk;
using app::Key;
using app::KeyPressed;
using screens::Focus;
using screens::Node;
using screens::Screen;

class Keys : public testing::TestWithParam<std::string> {
protected:
    static std::vector<support::Sample> samples() { return support::samples(support::words_of(GetParam())); }
};

std::vector<std::string> walk(const Screen& screen, Key key, bool speech) {
    std::vector<std::string> seen;
    Focus focus;
    const std::size_t count = screens::stops_of(screen, speech).size();
    for (std::size_t i = 0; i < count; ++i) {
        const screens::Keyed keyed = on_key(screen, focus, {key, 0}, speech);
        EXPECT_FALSE(keyed.press) << screen.id << ": moving pressed something";
        focus = keyed.focus;
        seen.push_back(focus.node);
    }
    // One more leads round to the beginning.
    EXPECT_EQ(on_key(screen, focus, {key, 0}, speech).focus.node, seen.front()) << screen.id;
    return seen;
}

TEST_P(Keys, C18_C31_C32_ReachEveryTargetInReadingOrderWithoutATrap) {
    for (const support::Sample& sample : samples()) {
        std::vector<std::string> targets;
        std::vector<std::string> all;
        for (const Node* node : nodes_of(sample.screen)) {
            all.push_back(node->id);
            if (node->press && node->enabled) targets.push_back(node->id);
        }
        EXPECT_EQ(walk(sample.screen, Key::Next, false), targets) << sample.name;
        EXPECT_EQ(walk(sample.screen, Key::Next, true), all) << sample.name;
        std::vector<std::string> backwards = walk(sample.screen, Key::Previous, false);
        std::reverse(backwards.begin(), backwards.end());
        EXPECT_EQ(backwards, targets) << sample.name;
    }
}

TEST_P(Keys, C18_SelectPressesWhatIsInFocusAndNothingElse) {
    for (const support::Sample& sample : samples()) {
        for (const Node* node : nodes_of(sample.screen)) {
            const Focus focus{sample.screen.id, node->id, {}};
            const auto keyed = on_key(sample.screen, focus, {Key::Select, 0}, false);
            EXPECT_EQ(keyed.press, node->enabled ? node->press : std::nullopt)
                << sample.name << ' ' << node->id;
        }
        EXPECT_FALSE(on_key(sample.screen, {}, {Key::Select, 0}, false).press) << sample.name;
        EXPECT_FALSE(on_key(sample.screen, {"elsewhere", "bar.help", {}}, {Key::Select, 0}, false).press);
    }
}

TEST_P(Keys, C18_BackAndHelpAreOneKeyAwayOnEveryScreen) {
    for (const support::Sample& sample : samples()) {
        // Once called, help need not be called again.
        const bool callable = sample.screen.help->enabled;
        EXPECT_EQ(on_key(sample.screen, {}, {Key::Help, 0}, false).press.has_value(), callable)
            << sample.name;
        const auto back = on_key(sample.screen, {}, {Key::Back, 0}, false).press;
        if (sample.screen.back) {
            EXPECT_EQ(back, sample.screen.back->press) << sample.name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Keys, testing::ValuesIn(languages::all_tags()), [](const auto& tested) {
    std::string name = tested.param;
    std::erase(name, '-');
    return name;
});

Screen named(const std::string& name, const std::string& language = "en") {
    for (support::Sample& sample : support::samples(support::words_of(language))) {
        if (sample.name == name) return sample.screen;
    }
    ADD_FAILURE() << name;
    return {};
}

TEST(KeysOfNumbers, LeadToTheDayAndWaitForSelect) {
    const Screen day = named("day");
    auto keyed = on_key(day, {}, {Key::Digit, '2'}, false);
    EXPECT_EQ(keyed.focus.node, "day.2");
    keyed = on_key(day, keyed.focus, {Key::Digit, '7'}, false);
    EXPECT_EQ(keyed.focus.node, "day.27");
    EXPECT_FALSE(keyed.press) << "no key but Select changes the screen";
    EXPECT_TRUE(keyed.typed);
    keyed = on_key(day, keyed.focus, {Key::Digit, '9'}, false);
    EXPECT_EQ(keyed.focus.node, "day.9") << "there is no 279th";
    keyed = on_key(day, keyed.focus, {Key::Digit, '0'}, false);
    EXPECT_EQ(keyed.focus.node, "day.9");
    keyed = on_key(named("month"), {}, {Key::Digit, '1'}, false);
    EXPECT_EQ(on_key(named("month"), keyed.focus, {Key::Digit, '2'}, false).focus.node, "month.12");
}

TEST(KeysOfNumbers, TypeTheYearAtOnceAndTakeDigitsAway) {
    const Screen year = named("year_half");
    EXPECT_EQ(on_key(year, {}, {Key::Digit, '9'}, false).press, app::Press{app::press::Digit{9}});
    EXPECT_EQ(on_key(year, {}, {Key::Erase, 0}, false).press, app::Press{app::press::Erase{}});
    EXPECT_EQ(on_key(named("day"), {}, {Key::Erase, 0}, false).press, app::Press{app::press::Back{}});
}

TEST(KeysOfNumbers, SetTheVolumeWhereThereIsNothingToEnter) {
    EXPECT_EQ(on_key(named("welcome"), {}, {Key::Digit, '9'}, true).left, Key::Louder);
    EXPECT_EQ(on_key(named("welcome"), {}, {Key::Digit, '3'}, true).left, Key::Quieter);
    EXPECT_FALSE(on_key(named("day"), {}, {Key::Digit, '9'}, true).left);
}

TEST(KeysOfLetters, LeadToTheLetter) {
    EXPECT_EQ(on_key(named("letter"), {}, {Key::Letter, 'R'}, false).focus.node, "letter.R");
    EXPECT_EQ(on_key(named("welcome"), {}, {Key::Letter, 'R'}, false).focus.node, "");
}

TEST(KeysLeftAndRight, GoAsTheLanguageRuns) {
    const Screen english = named("month");
    const Screen urdu = named("month", "ur");
    EXPECT_EQ(on_key(english, {"month", "month.1", {}}, {Key::Right, 0}, false).focus.node, "month.2");
    EXPECT_EQ(on_key(urdu, {"month", "month.1", {}}, {Key::Left, 0}, false).focus.node, "month.2");
}

TEST(KeyGuard, C24_LetsTheSameKeyThroughOnceInHalfASecond) {
    screens::KeyGuard guard;
    EXPECT_TRUE(guard.lets_through({Key::Select, 0}, 10s));
    EXPECT_FALSE(guard.lets_through({Key::Select, 0}, 10'499ms));
    EXPECT_TRUE(guard.lets_through({Key::Next, 0}, 10'499ms)) << "another key is meant";
    EXPECT_TRUE(guard.lets_through({Key::Select, 0}, 10'500ms));
    EXPECT_TRUE(guard.lets_through({Key::Select, 0}, 11'000ms));
    EXPECT_TRUE(guard.lets_through({Key::Digit, '1'}, 11'000ms));
    EXPECT_TRUE(guard.lets_through({Key::Digit, '2'}, 11'001ms));
}

}  // namespace
