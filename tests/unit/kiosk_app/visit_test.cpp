#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::Step;
using kiosk::app::Visit;
using protocol::ArrivalResult;
using support::FrontDoor;
using support::outcome;
using support::two_o_clock;

TEST(Visit, GoesFromWelcomeToCheckedInByItsQuestionsOneAtATime) {
    FrontDoor door;
    door.touch();
    EXPECT_EQ(door.step(), Step::Welcome);
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::WhatWeKeep);
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::Day);
    door.press(press::Day{7});
    EXPECT_EQ(door.step(), Step::Month);
    door.press(press::Month{11});
    EXPECT_EQ(door.step(), Step::LetterOrYear);
    door.press(press::UseLetter{});
    EXPECT_EQ(door.step(), Step::Letter);
    door.press(press::Letter{'R'});
    EXPECT_EQ(door.step(), Step::Searching);
    ASSERT_NE(door.effect<effect::Find>(), nullptr);
    const domain::PersonQuery query = door.effect<effect::Find>()->request.query.value();
    EXPECT_EQ(query, (domain::PersonQuery{{7, 11}, 'R', std::nullopt}));
    door.server_finds(support::rosa());
    EXPECT_EQ(door.step(), Step::IsThisRight);
    door.press(press::ConfirmArrival{});
    EXPECT_EQ(door.step(), Step::Saving);
    door.journal_keeps();
    EXPECT_EQ(door.step(), Step::Saving) << "nothing is claimed before the server has answered";
    door.server_answers({outcome(ArrivalResult::Yes)});
    EXPECT_EQ(door.step(), Step::CheckedIn);
    EXPECT_EQ(door.model.visit.checked_in_at, two_o_clock() - 3min);
}

TEST(Visit, TheYearOfBirthIsTypedAndSentOnNext) {
    FrontDoor door;
    door.walk_to_third_question();
    door.press(press::UseYear{});
    for (const unsigned digit : {1U, 9U, 9U, 7U, 7U}) door.press(press::Digit{digit});
    EXPECT_EQ(door.model.visit.typed.year, "1997") << "a fifth digit is not taken";
    door.press(press::Erase{});
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::Year) << "three digits are no year";
    door.press(press::Digit{4});
    door.press(press::Continue{});
    ASSERT_NE(door.effect<effect::Find>(), nullptr);
    EXPECT_EQ(door.effect<effect::Find>()->request.query, (domain::PersonQuery{{7, 11}, std::nullopt, 1994}));
}

TEST(Visit, OnlyTheChosenWayIsAskedFor) {
    FrontDoor door;
    door.walk_to_third_question();
    door.press(press::UseLetter{});
    door.press(press::Letter{'X'});
    door.press(press::Back{});
    door.press(press::Back{});
    door.press(press::UseYear{});
    for (const unsigned digit : {1U, 9U, 9U, 4U}) door.press(press::Digit{digit});
    door.press(press::Continue{});
    EXPECT_FALSE(door.effect<effect::Find>()->request.query->letter)
        << "a letter that was left must not spoil it";
}

TEST(Visit, ADayThatTheMonthDoesNotHaveIsAskedForAgainWithoutBlame) {
    FrontDoor door;
    door.walk_to_day();
    door.press(press::Day{31});
    door.press(press::Month{2});
    EXPECT_EQ(door.step(), Step::Day);
    EXPECT_TRUE(door.model.visit.day_not_in_month);
    door.press(press::Day{29});
    EXPECT_FALSE(door.model.visit.day_not_in_month);
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::LetterOrYear) << "the month stands";
}

TEST(Visit, BackKeepsWhatWasTyped) {
    FrontDoor door;
    door.walk_to_is_this_right();
    const auto typed = door.model.visit.typed;
    for (const Step step : {Step::Letter, Step::LetterOrYear, Step::Month, Step::Day, Step::WhatWeKeep}) {
        door.press(press::Back{});
        EXPECT_EQ(door.step(), step);
        EXPECT_EQ(door.model.visit.typed, typed);
    }
    for (const Step step : {Step::Day, Step::Month, Step::LetterOrYear}) {
        door.press(press::Continue{});
        EXPECT_EQ(door.step(), step) << "nothing has to be typed twice";
    }
    door.press(press::UseLetter{});
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::Searching);
}

TEST(Visit, BackToTheWelcomeScreenKeepsTheFirstTouchAndNothingElse) {
    FrontDoor door;
    door.touch();
    const auto first_touch = door.clocks();
    door.walk_to_third_question();
    for (int i = 0; i < 4; ++i) door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_EQ(door.model.visit.typed, kiosk::app::Typed());
    EXPECT_EQ(door.model.visit.first_touch, first_touch);
}

TEST(Visit, TheArrivalTimeIsTheFirstTouchHoweverLongTheReadingTakes) {
    FrontDoor door;
    door.touch();
    const auto first_touch = door.clocks();
    door.press(press::Start{});
    for (int i = 0; i < 10; ++i) {
        door.wait(50s);
        door.touch();
    }
    door.press(press::Continue{});
    door.press(press::Day{7});
    door.press(press::Month{11});
    door.press(press::UseLetter{});
    door.press(press::Letter{'R'});
    door.server_finds(support::rosa());
    door.press(press::ConfirmArrival{});
    ASSERT_NE(door.effect<effect::KeepArrival>(), nullptr);
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.first_touch, first_touch);
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.run_began, first_touch);
}

TEST(Visit, AQueueAtTheKioskIsOneRunOfUse) {
    FrontDoor door;
    door.touch();
    const auto run_began = door.clocks();
    door.walk_to_checked_in();
    door.wait(8s);
    ASSERT_EQ(door.step(), Step::Welcome);
    door.wait(15s);
    door.walk_to_saving();
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.run_began, run_began);
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.first_touch, door.clocks());
}

TEST(Visit, ARunOfUseBreaksWhenTheWelcomeScreenStandsLonger) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.press(press::Finish{});
    door.wait(16s);
    door.walk_to_saving();
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.run_began, door.clocks());
}

TEST(Visit, ATouchThatNothingFollowsIsNoVisitOfTheNextPerson) {
    FrontDoor door;
    door.touch();
    door.wait(15s);
    EXPECT_FALSE(door.model.visit.first_touch);
    door.wait(1s);
    door.walk_to_saving();
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.first_touch, door.clocks());
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.run_began, door.clocks());
}

TEST(Visit, StartAgainWipesEverything) {
    FrontDoor door;
    door.walk_to_is_this_right();
    door.press(press::StartAgain{});
    EXPECT_EQ(door.model.visit, Visit());
}

TEST(Visit, PressesThatBelongToAnotherScreenDoNothing) {
    FrontDoor door;
    door.touch();
    const auto before = door.model.visit;
    const std::vector<kiosk::app::Press> strays{
        press::Day{3},       press::Month{3},     press::Letter{'A'},      press::Digit{1}, press::Erase{},
        press::UseYear{},    press::StartTime{0}, press::ConfirmArrival{}, press::NotMe{},  press::Undo{},
        press::GiveReason{}, press::SkipReason{}, press::Finish{},         press::Back{},   press::StayHere{},
        press::StartAgain{}, press::Continue{}};
    for (const auto& stray : strays) door.happens(event::Pressed{stray});
    EXPECT_EQ(door.model.visit, before);
    EXPECT_EQ(door.count<effect::KeepArrival>() + door.count<effect::Find>(), 0u);
}

TEST(Visit, AnAnswerToASearchThatWasLeftBelongsToNobody) {
    FrontDoor door;
    door.walk_to_search();
    const auto old_search = door.model.searches;
    door.press(press::StartAgain{});
    door.walk_to_search();
    door.happens(event::FindAnswered{old_search, support::rosa()});
    EXPECT_EQ(door.step(), Step::Searching);
    EXPECT_FALSE(door.model.visit.found);
}

}  // namespace
