// The language of a visit: chosen first, changed anywhere, gone with the visit.

#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
using kiosk::app::language_of;
using kiosk::app::Step;
using support::FrontDoor;

constexpr std::size_t kEnglish = 0;
constexpr std::size_t kUrdu = 1;

FrontDoor door_with_languages() {
    FrontDoor door;
    door.model.languages = {"en", "ur", "zh-Hans"};
    door.model.visit = kiosk::app::fresh_visit(door.model);
    return door;
}

TEST(Language, IsAskedForBeforeAnythingElse) {
    FrontDoor door = door_with_languages();
    EXPECT_TRUE(door.model.visit.choosing_language);
    EXPECT_EQ(language_of(door.model), "en");
    door.press(press::Start{});
    EXPECT_TRUE(door.model.visit.choosing_language) << "what stands under the list cannot be meant";
    EXPECT_EQ(door.step(), Step::Welcome);
    door.press(press::UseLanguage{kUrdu});
    EXPECT_FALSE(door.model.visit.choosing_language);
    EXPECT_EQ(language_of(door.model), "ur");
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::WhatWeKeep);
}

TEST(Language, IsNotAskedForWhereThereIsOne) {
    FrontDoor door;
    EXPECT_FALSE(kiosk::app::fresh_visit(door.model).choosing_language);
    door.walk_to_day();
    door.press(press::Languages{});
    EXPECT_FALSE(door.model.visit.choosing_language);
}

TEST(Language, CanBeChangedOnEveryStepAndNothingIsLost) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kEnglish});
    const auto changes_and_keeps_the_rest = [&] {
        auto before = door.model.visit;
        door.press(press::Languages{});
        EXPECT_TRUE(door.model.visit.choosing_language);
        door.press(press::UseLanguage{kUrdu});
        EXPECT_EQ(language_of(door.model), "ur");
        before.language = "ur";
        before.shown_at = door.model.visit.shown_at;
        before.touched_at = door.model.visit.touched_at;
        EXPECT_EQ(door.model.visit, before);
        door.model.visit.language = "en";
    };
    changes_and_keeps_the_rest();
    door.walk_to_third_question();
    changes_and_keeps_the_rest();
    door.press(press::UseYear{});
    for (const unsigned digit : {1U, 9U, 9U}) door.press(press::Digit{digit});
    changes_and_keeps_the_rest();
    door.press(press::Digit{4});
    door.press(press::Continue{});
    changes_and_keeps_the_rest();  // while it is searched
    door.server_finds(support::rosa());
    changes_and_keeps_the_rest();
    door.press(press::ConfirmArrival{});
    changes_and_keeps_the_rest();  // while it is written down
    door.journal_keeps();
    door.server_answers({support::outcome(protocol::ArrivalResult::Late, 12)});
    changes_and_keeps_the_rest();
    door.press(press::SkipReason{});
    changes_and_keeps_the_rest();
}

TEST(Language, TheListCanBeLeftWithoutChoosing) {
    FrontDoor door = door_with_languages();
    door.press(press::Back{});
    EXPECT_TRUE(door.model.visit.choosing_language) << "there is nothing before the first screen";
    door.press(press::UseLanguage{kUrdu});
    door.walk_to_third_question();
    door.press(press::Languages{});
    door.press(press::Back{});
    EXPECT_FALSE(door.model.visit.choosing_language);
    EXPECT_EQ(door.step(), Step::LetterOrYear);
    EXPECT_EQ(language_of(door.model), "ur");
}

TEST(Language, ThatIsNotOfferedCannotBeChosen) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{3});
    EXPECT_TRUE(door.model.visit.choosing_language);
    door.press(press::UseLanguage{kUrdu});
    door.press(press::UseLanguage{kEnglish});  // nothing on the welcome screen raises this
    EXPECT_EQ(language_of(door.model), "ur");
}

TEST(Language, IsForgottenWithTheVisit) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kUrdu});
    door.walk_to_checked_in();
    door.wait(8s);
    EXPECT_EQ(door.model.visit, kiosk::app::fresh_visit(door.model));
    EXPECT_EQ(language_of(door.model), "en");
    door.press(press::UseLanguage{kUrdu});
    door.wait(80s);
    EXPECT_EQ(door.model.visit, kiosk::app::fresh_visit(door.model)) << "also when it was all that was done";
}

TEST(Language, StaysOnTheWayBackToTheWelcomeScreen) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kUrdu});
    door.press(press::Start{});
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_FALSE(door.model.visit.choosing_language);
    EXPECT_EQ(language_of(door.model), "ur");
}

TEST(Language, ReadingSlowlyInItMakesNobodyLate) {
    FrontDoor door = door_with_languages();
    door.touch();
    const auto first_touch = door.clocks();
    door.wait(10s);
    door.press(press::UseLanguage{kUrdu});
    door.wait(55s);
    door.walk_to_saving();
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.first_touch, first_touch);
}

TEST(Language, ATouchOfTheListThatNothingFollowsIsNoVisitOfTheNextPerson) {
    FrontDoor door = door_with_languages();
    door.touch();
    door.wait(15s);
    EXPECT_FALSE(door.model.visit.first_touch);
}

TEST(Language, AConfirmationUnderTheListHasItsWholeTimeAfterwards) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kEnglish});
    door.walk_to_checked_in();
    door.wait(5s);
    door.press(press::Languages{});
    door.wait(20s);
    door.press(press::UseLanguage{kUrdu});
    door.wait(7s);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.wait(1s);
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST(Language, GoesWithTheArrivalAndTheCall) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kUrdu});
    door.walk_to_saving();
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.language, "ur");
    FrontDoor other = door_with_languages();
    other.press(press::Help{});
    ASSERT_NE(other.effect<effect::CallReception>(), nullptr) << "help is there before a language is";
    EXPECT_EQ(other.effect<effect::CallReception>()->language, "en");
    EXPECT_EQ(other.step(), Step::HelpIsComing);
    other.press(press::Back{});
    EXPECT_TRUE(other.model.visit.choosing_language);
}

/// Found with no language chosen, as a slip's code finds somebody on the first screen.
FrontDoor found_before_choosing(const std::string& reads) {
    FrontDoor door = door_with_languages();
    door.model.visit.choosing_language = false;
    door.walk_to_search();
    protocol::FindReply reply = support::rosa();
    reply.language = reads;
    door.server_finds(reply);
    return door;
}

TEST(Language, ThatThePersonReadsBestIsTakenWhereTheyHaveNotChosen) {
    EXPECT_EQ(language_of(found_before_choosing("ur").model), "ur");
    EXPECT_EQ(language_of(found_before_choosing("zh").model), "zh-Hans") << "the same language";
    EXPECT_EQ(language_of(found_before_choosing("sq").model), "en") << "this hub does not offer it";
    EXPECT_EQ(language_of(found_before_choosing("").model), "en");
}

TEST(Language, ThatThePersonChoseStands) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kEnglish});
    door.walk_to_search();
    protocol::FindReply reply = support::rosa();
    reply.language = "ur";
    door.server_finds(reply);
    EXPECT_EQ(language_of(door.model), "en");
}

TEST(Language, CanBeChosenWhileTheKioskAsksWhetherAnybodyIsThere) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kEnglish});
    door.walk_to_third_question();
    door.wait(60s);
    ASSERT_TRUE(door.model.visit.still_there);
    door.press(press::Languages{});
    EXPECT_FALSE(door.model.visit.still_there);
    EXPECT_TRUE(door.model.visit.choosing_language);
}

TEST(Language, TheListGoesAwayAfterAWarningWhenNobodyIsThere) {
    FrontDoor door = door_with_languages();
    door.press(press::UseLanguage{kUrdu});
    door.walk_to_third_question();
    door.press(press::Languages{});
    door.wait(60s);
    EXPECT_TRUE(door.model.visit.still_there);
    door.wait(20s);
    EXPECT_EQ(door.model.visit, kiosk::app::fresh_visit(door.model));
}

}  // namespace
