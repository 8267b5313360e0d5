// Somebody asks for a person: who comes, and what to do if nobody does.

#include <gtest/gtest.h>

#include "kiosk/app/limits.h"
#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
using namespace kiosk::app;
using support::FrontDoor;

FrontDoor waiting() {
    FrontDoor door;
    door.walk_to_third_question();
    door.press(press::Help{});
    return door;
}

std::uint64_t number(const FrontDoor& door) {
    return door.model.visit.call->number;
}

TEST(HelpIsComing, TheHubSaysWhoWithItsHeartbeat) {
    FrontDoor door;
    protocol::HeartbeatReply reply;
    reply.help_from = "Sam";
    door.happens(event::HeartbeatAnswered{reply, door.clocks()});
    EXPECT_EQ(door.model.help_from, "Sam");
}

TEST(HelpIsComing, AsksEveryThreeSecondsWhetherAnybodyHasSetOutAndNoMoreOnceSomebodyHas) {
    FrontDoor door = waiting();
    EXPECT_EQ(help_word(door.model), HelpWord::WillCome);
    door.wait(2s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), 0u);
    door.wait(4s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), 2u);
    door.happens(event::CallAnswered{number(door), "Sam"});
    EXPECT_EQ(help_word(door.model), HelpWord::OnTheWay);
    EXPECT_EQ(door.model.visit.call->who, "Sam");
    door.wait(30s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), 2u);
}

TEST(HelpIsComing, IsNotAskedAboutOnAnotherScreen) {
    FrontDoor door = waiting();
    door.press(press::Back{});
    door.wait(20s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), 0u);
    door.press(press::Help{});
    door.wait(1s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), 1u) << "the same call stands";
}

TEST(HelpIsComing, TheAnswerToTheLastPersonsCallIsNotThisOnes) {
    FrontDoor door = waiting();
    const std::uint64_t before = number(door);
    door.press(press::Finish{});
    door.happens(event::CallAnswered{before, "Sam"});
    EXPECT_FALSE(door.model.visit.call);
    door.walk_to_third_question();
    door.press(press::Help{});
    door.happens(event::CallAnswered{before, "Sam"});
    EXPECT_EQ(help_word(door.model), HelpWord::WillCome);
}

TEST(HelpIsComing, AfterThreeMinutesThePersonIsShownToTheDeskAndMayCallAgain) {
    FrontDoor door = waiting();
    door.wait(kHelpExpected - 1s);
    EXPECT_EQ(help_word(door.model), HelpWord::WillCome);
    door.wait(1s);
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    EXPECT_EQ(help_word(door.model), HelpWord::NobodyCame);
    const std::size_t asked = door.count<effect::AskAboutCall>();
    door.wait(10s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), asked);
    door.press(press::Help{});
    EXPECT_EQ(door.count<effect::CallReception>(), 2u);
    EXPECT_EQ(help_word(door.model), HelpWord::WillCome);
}

TEST(HelpIsComing, WhoeverSetsOutHasTheirThreeMinutesToo) {
    FrontDoor door = waiting();
    door.wait(kHelpExpected - 10s);
    door.happens(event::CallAnswered{number(door), ""});
    door.wait(kHelpExpected - 1s);
    EXPECT_EQ(help_word(door.model), HelpWord::OnTheWay);
    door.wait(1s);
    EXPECT_EQ(help_word(door.model), HelpWord::NobodyCame);
}

TEST(HelpIsComing, IsNotCalledASecondTimeWhileSomebodyMayStillCome) {
    FrontDoor door = waiting();
    door.wait(kHelpExpected - 10s);
    door.press(press::Back{});
    door.press(press::Help{});
    EXPECT_EQ(door.count<effect::CallReception>(), 1u);
    door.happens(event::CallAnswered{number(door), "Sam"});
    door.press(press::Back{});
    door.wait(30s);
    door.press(press::Help{});
    EXPECT_EQ(door.count<effect::CallReception>(), 1u) << "Sam has set out";
}

TEST(HelpIsComing, WhoeverHasSetOutComesThoughTheServerIsLost) {
    FrontDoor door = waiting();
    door.happens(event::CallAnswered{number(door), "Sam"});
    door.happens(event::ServerLost{});
    EXPECT_EQ(help_word(door.model), HelpWord::OnTheWay);
    door.wait(kHelpExpected);
    EXPECT_EQ(help_word(door.model), HelpWord::NobodyCame);
}

TEST(HelpIsComing, TheWayToTheDeskClearsByItself) {
    FrontDoor door = waiting();
    door.wait(kHelpExpected);
    door.wait(kAdviceShown - 1s);
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    door.wait(1s);
    EXPECT_EQ(door.model.visit, Visit());
}

TEST(HelpIsComing, WithoutTheServerTheDeskIsSaidAtOnce) {
    FrontDoor door = waiting();
    door.happens(event::ServerLost{});
    EXPECT_EQ(help_word(door.model), HelpWord::GoToDesk);
    door.wait(10s);
    EXPECT_EQ(door.count<effect::AskAboutCall>(), 0u) << "nobody is there to ask";
}

}  // namespace
