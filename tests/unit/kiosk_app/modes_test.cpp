// Large text, high contrast, Easy Read and calm: one press each, on every step, for this visit only.

#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using kiosk::app::kAllModes;
using kiosk::app::Mode;
using kiosk::app::Modes;
using kiosk::app::Step;
using kiosk::app::Visit;
using support::FrontDoor;

void switch_on(FrontDoor& door, Mode mode) {
    door.press(press::Toggle{mode});
}

TEST(Modes, AreSwitchedOnAndOffByOnePressEach) {
    for (const Mode mode : kAllModes) {
        FrontDoor door;
        door.model.voices = door.model.languages;
        door.touch();
        switch_on(door, mode);
        for (const Mode other : kAllModes) EXPECT_EQ(door.model.visit.modes.has(other), other == mode);
        switch_on(door, mode);
        EXPECT_EQ(door.model.visit.modes, Modes{});
    }
}

TEST(Modes, ChangeNothingElseOnAnyStep) {
    using Walk = void (FrontDoor::*)();
    for (const Walk walk :
         {&FrontDoor::walk_to_day, &FrontDoor::walk_to_third_question, &FrontDoor::walk_to_search,
          &FrontDoor::walk_to_is_this_right, &FrontDoor::walk_to_saving, &FrontDoor::walk_to_checked_in,
          &FrontDoor::walk_to_late}) {
        FrontDoor door;
        (door.*walk)();
        Visit before = door.model.visit;
        switch_on(door, Mode::EasyRead);
        before.modes.easy_read = true;
        before.shown_at = before.touched_at = door.since_boot();
        EXPECT_EQ(door.model.visit, before);
        for (const auto& effect : door.effects) {
            EXPECT_TRUE(std::holds_alternative<kiosk::app::effect::WakeAt>(effect));
        }
    }
}

TEST(Modes, CanBeSwitchedBeforeALanguageIsChosenAndStayForTheVisit) {
    FrontDoor door;
    door.model.languages = {"en", "ur"};
    door.model.visit = kiosk::app::fresh_visit(door.model);
    door.touch();
    switch_on(door, Mode::HighContrast);
    EXPECT_TRUE(door.model.visit.choosing_language) << "the list of languages stays";
    door.press(press::UseLanguage{1});
    door.press(press::Start{});
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_TRUE(door.model.visit.modes.high_contrast);
    door.wait(60s);
    EXPECT_TRUE(door.model.visit.still_there);
    switch_on(door, Mode::Calm);
    EXPECT_TRUE(door.model.visit.modes.calm) << "the press answers and switches";
}

TEST(Modes, ThereIsNothingToGoBackToFromTheFirstScreen) {
    FrontDoor door;
    door.model.languages = {"en", "ur"};
    door.model.visit = kiosk::app::fresh_visit(door.model);
    door.touch();
    switch_on(door, Mode::LargeText);
    door.press(press::Back{});
    EXPECT_TRUE(door.model.visit.choosing_language);
}

TEST(Modes, OfAPersonWhoLeavesTheFirstScreenAreAskedAboutAndThenWiped) {
    FrontDoor door;
    door.touch();
    switch_on(door, Mode::LargeText);
    door.wait(119s);
    EXPECT_FALSE(door.model.visit.still_there);
    door.wait(1s);
    EXPECT_TRUE(door.model.visit.still_there) << "somebody is there, and reading";
    door.wait(40s);
    EXPECT_EQ(door.model.visit, Visit());
}

TEST(Modes, AreWipedWithTheVisitHoweverItEnds) {
    for (const bool by_hand : {true, false}) {
        FrontDoor door;
        door.touch();
        for (const Mode mode : kAllModes) switch_on(door, mode);
        door.walk_to_checked_in();
        EXPECT_TRUE(door.model.visit.modes.large_text);
        if (by_hand) {
            door.press(press::Finish{});
        } else {
            door.wait(16s);
        }
        EXPECT_EQ(door.model.visit, Visit());
    }
    FrontDoor again;
    again.walk_to_day();
    switch_on(again, Mode::Calm);
    again.press(press::StartAgain{});
    EXPECT_EQ(again.model.visit.modes, Modes{});
}

class Longer : public testing::TestWithParam<Mode> {};

TEST_P(Longer, TheIdleTimesDouble) {
    FrontDoor door;
    door.walk_to_third_question();
    switch_on(door, GetParam());
    door.wait(119s);
    EXPECT_FALSE(door.model.visit.still_there);
    door.wait(1s);
    ASSERT_TRUE(door.model.visit.still_there);
    EXPECT_EQ(door.model.visit.still_there->seconds_left, 40U);
    door.wait(39s);
    EXPECT_EQ(door.step(), Step::LetterOrYear);
    door.wait(1s);
    EXPECT_EQ(door.model.visit, Visit());
}

TEST_P(Longer, AtLeastTenExtensionsArePossible) {
    FrontDoor door;
    door.walk_to_third_question();
    switch_on(door, GetParam());
    for (int i = 0; i < 12; ++i) {
        door.wait(159s);
        ASSERT_TRUE(door.model.visit.still_there) << i;
        door.press(press::StayHere{});
    }
    EXPECT_EQ(door.model.visit.typed.month, 11U);
}

TEST_P(Longer, TheConfirmationStaysSixteenSeconds) {
    FrontDoor door;
    door.touch();
    switch_on(door, GetParam());
    door.walk_to_checked_in();
    door.wait(15s);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.wait(1s);
    EXPECT_EQ(door.model.visit, Visit());
}

TEST_P(Longer, SwitchedOnAConfirmationItsWholeTimeBeginsAgain) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.wait(7s);
    switch_on(door, GetParam());
    door.wait(15s);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.wait(1s);
    EXPECT_EQ(door.model.visit, Visit());
}

INSTANTIATE_TEST_SUITE_P(Modes, Longer, testing::Values(Mode::LargeText, Mode::EasyRead));

TEST(Modes, HighContrastAndCalmTakeNoLonger) {
    FrontDoor door;
    door.walk_to_third_question();
    switch_on(door, Mode::HighContrast);
    switch_on(door, Mode::Calm);
    door.wait(60s);
    EXPECT_TRUE(door.model.visit.still_there);
}

TEST(Calm, TheCountdownChangesSeldomAndNeverPromisesMoreThanThereIs) {
    FrontDoor door;
    door.walk_to_third_question();
    switch_on(door, Mode::Calm);
    door.wait(60s);
    std::vector<unsigned> told;
    for (unsigned left = 20; left > 0; --left) {
        ASSERT_TRUE(door.model.visit.still_there);
        const unsigned shown = door.model.visit.still_there->seconds_left;
        EXPECT_LE(shown, left);
        if (told.empty() || told.back() != shown) told.push_back(shown);
        door.wait(1s);
    }
    EXPECT_EQ(told, (std::vector<unsigned>{20, 15, 10, 5, 1}));
    EXPECT_EQ(door.model.visit, Visit());
}

}  // namespace
