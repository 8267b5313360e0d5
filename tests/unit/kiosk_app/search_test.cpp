// Finding the person: questions that tell people apart, three tries, a kiosk that slows down, and help.

#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::HelpWord;
using kiosk::app::ReceptionReason;
using kiosk::app::Step;
using protocol::CallCause;
using protocol::FindOutcome;
using support::FrontDoor;
using support::only;
using support::two_o_clock;

void try_again(FrontDoor& door) {
    for (int next = 0; next < 3; ++next) door.press(press::Continue{});
    door.press(press::UseLetter{});
    door.press(press::Continue{});
}

void miss_three_times(FrontDoor& door) {
    door.walk_to_search();
    if (!door.effect<effect::Find>()) door.wait(5s);
    door.server_finds(only(FindOutcome::NotFound));
    for (int i = 0; i < 2; ++i) {
        try_again(door);
        if (!door.effect<effect::Find>()) door.wait(5s);
        door.server_finds(only(FindOutcome::NotFound));
    }
}

TEST(TellingApart, AsksForTheOtherAndThenForTheStartTime) {
    FrontDoor door;
    door.walk_to_search();
    door.server_finds(only(FindOutcome::AskYear));
    EXPECT_EQ(door.step(), Step::Year);
    for (const unsigned digit : {1U, 9U, 9U, 4U}) door.press(press::Digit{digit});
    door.press(press::Continue{});
    EXPECT_EQ(door.effect<effect::Find>()->request.query, (domain::PersonQuery{{7, 11}, 'R', 1994}));
    auto times = only(FindOutcome::AskStartTime);
    times.start_times = {two_o_clock(), two_o_clock() + 1h};
    door.server_finds(times);
    EXPECT_EQ(door.step(), Step::StartTime);
    door.press(press::StartTime{1});
    EXPECT_EQ(door.effect<effect::Find>()->request.start_time, two_o_clock() + 1h);
    EXPECT_EQ(door.effect<effect::Find>()->request.query, (domain::PersonQuery{{7, 11}, 'R', 1994}));
    door.server_finds(support::rosa());
    EXPECT_EQ(door.step(), Step::IsThisRight);
}

TEST(TellingApart, BackLeadsThroughTheSameQuestions) {
    FrontDoor door;
    door.walk_to_search();
    door.server_finds(only(FindOutcome::AskYear));
    for (const unsigned digit : {1U, 9U, 9U, 4U}) door.press(press::Digit{digit});
    door.press(press::Continue{});
    auto times = only(FindOutcome::AskStartTime);
    times.start_times = {two_o_clock(), two_o_clock() + 1h};
    door.server_finds(times);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Year);
    EXPECT_EQ(door.model.visit.typed.year, "1994");
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Letter);
    door.press(press::Letter{'S'});
    EXPECT_EQ(door.effect<effect::Find>()->request.query, (domain::PersonQuery{{7, 11}, 'S', std::nullopt}));
}

TEST(TellingApart, ThatCannotBeDoneIsForReceptionAndNotForAnotherTry) {
    for (const bool none_of_these : {true, false}) {
        FrontDoor door;
        door.walk_to_search();
        auto times = only(FindOutcome::AskStartTime);
        times.start_times = {two_o_clock(), two_o_clock() + 1h};
        door.server_finds(times);
        if (none_of_these) {
            door.press(press::NotMe{});
        } else {
            door.press(press::StartTime{0});
            door.server_finds(only(FindOutcome::NotFound));
        }
        EXPECT_EQ(door.step(), Step::SeeReception);
        EXPECT_EQ(door.model.visit.reception, ReceptionReason::TellApart);
    }
}

TEST(TellingApart, NeverAsksTheSameQuestionTwice) {
    FrontDoor door;
    door.walk_to_search();
    door.server_finds(only(FindOutcome::AskLetter));
    EXPECT_EQ(door.step(), Step::SeeReception);
}

TEST(Tries, AreThreeAndThenReceptionHelps) {
    FrontDoor door;
    door.walk_to_search();
    door.server_finds(only(FindOutcome::NotFound));
    EXPECT_EQ(door.step(), Step::NotFound);
    try_again(door);
    door.server_finds(only(FindOutcome::NotFound));
    EXPECT_EQ(door.step(), Step::NotFound);
    try_again(door);
    door.server_finds(only(FindOutcome::NotFound));
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, ReceptionReason::ThreeTries);
}

TEST(Tries, SayingThatItIsSomebodyElseIsOneOfThem) {
    FrontDoor door;
    door.walk_to_is_this_right();
    door.press(press::NotMe{});
    EXPECT_EQ(door.step(), Step::NotFound);
    EXPECT_EQ(door.model.visit.tries, 1u);
    EXPECT_FALSE(door.model.visit.found);
}

TEST(Tries, HelpAfterThreeTellsReceptionThatThePersonWasNotFound) {
    FrontDoor door;
    miss_three_times(door);
    door.press(press::Help{});
    ASSERT_NE(door.effect<effect::CallReception>(), nullptr);
    EXPECT_EQ(door.effect<effect::CallReception>()->cause, CallCause::NotFound);
}

TEST(ManyMisses, SlowTheKioskDownAndCallReceptionOnce) {
    FrontDoor door;
    for (int visit = 0; visit < 3; ++visit) {
        miss_three_times(door);
        door.press(press::Finish{});
    }
    EXPECT_EQ(door.count<effect::CallReception>(), 1u);
    door.walk_to_search();
    EXPECT_EQ(door.step(), Step::Searching);
    EXPECT_EQ(door.effect<effect::Find>(), nullptr) << "it is held back";
    door.wait(4s);
    EXPECT_EQ(door.effect<effect::Find>(), nullptr);
    door.wait(1s);
    EXPECT_NE(door.effect<effect::Find>(), nullptr);
    door.server_finds(only(FindOutcome::NotFound));
    EXPECT_EQ(door.count<effect::CallReception>(), 1u);
}

TEST(ManyMisses, AreForgottenAfterAWhile) {
    FrontDoor door;
    for (int visit = 0; visit < 3; ++visit) {
        miss_three_times(door);
        door.press(press::Finish{});
    }
    door.wait(10min);
    door.walk_to_search();
    EXPECT_NE(door.effect<effect::Find>(), nullptr);
}

TEST(Searching, PressesWhileWaitingDoNothingTwice) {
    FrontDoor door;
    door.walk_to_third_question();
    door.press(press::UseLetter{});
    for (int i = 0; i < 4; ++i) door.press(press::Letter{'R'});
    EXPECT_EQ(door.count<effect::Find>(), 1u);
}

TEST(Searching, EndsInReceptionWhenNeitherServerNorListCanBeAsked) {
    FrontDoor door;
    door.walk_to_search();
    door.wait(3s);
    EXPECT_EQ(door.step(), Step::Searching);
    door.wait(1s);
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, ReceptionReason::Unreachable);
}

TEST(Searching, APersonWithNothingTodayIsShownToReception) {
    FrontDoor door;
    door.walk_to_search();
    auto reply = support::rosa();
    reply.covered.clear();
    door.server_finds(reply);
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, ReceptionReason::NoAppointment);
}

TEST(Help, CallsReceptionAndLeadsBackToTheSameQuestion) {
    FrontDoor door;
    door.walk_to_third_question();
    door.press(press::Help{});
    ASSERT_NE(door.effect<effect::CallReception>(), nullptr);
    EXPECT_EQ(door.effect<effect::CallReception>()->cause, CallCause::Asked);
    EXPECT_EQ(door.effect<effect::CallReception>()->language, "en");
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::LetterOrYear);
    EXPECT_EQ(door.model.visit.typed.day, 7u);
}

TEST(Help, OneCallIsEnoughUntilNobodyHasComeInThreeMinutes) {
    FrontDoor door;
    door.walk_to_third_question();
    door.press(press::Help{});
    door.press(press::Back{});
    door.press(press::Help{});
    EXPECT_EQ(door.count<effect::CallReception>(), 1u);
    door.press(press::Back{});
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(door.count<effect::CallReception>(), 1u);
        door.wait(45s);
        door.touch();
    }
    door.press(press::Help{});
    EXPECT_EQ(door.count<effect::CallReception>(), 2u);
}

TEST(Help, IsThereBeforeAnythingElse) {
    FrontDoor door;
    door.touch();
    door.press(press::Help{});
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST(Help, WhileSomethingIsSavedIsCalledWithoutHidingWhatBecameOfIt) {
    FrontDoor door;
    door.walk_to_saving();
    door.press(press::Help{});
    EXPECT_EQ(door.count<effect::CallReception>(), 1u);
    EXPECT_EQ(door.step(), Step::Saving);
    door.journal_keeps();
    door.server_answers({support::outcome(protocol::ArrivalResult::Yes)});
    EXPECT_EQ(door.step(), Step::CheckedIn);
}

TEST(Help, WhileSearchingDropsTheSearchAndKeepsWhatWasTyped) {
    FrontDoor door;
    door.walk_to_search();
    door.press(press::Help{});
    door.server_finds(support::rosa());
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Letter);
    EXPECT_EQ(door.model.visit.typed.letter, 'R');
}

TEST(Help, WithoutTheServerNobodyIsPromised) {
    FrontDoor door;
    door.happens(event::ServerLost{});
    door.touch();
    door.press(press::Help{});
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    EXPECT_EQ(door.count<effect::CallReception>(), 0u);
    EXPECT_EQ(help_word(door.model), HelpWord::GoToDesk);
}

}  // namespace
