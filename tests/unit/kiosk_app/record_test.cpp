// Keeping the arrival: nothing is claimed that is not so, nothing is made twice.

#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::ReceptionReason;
using kiosk::app::Step;
using kiosk::app::Visit;
using protocol::ArrivalResult;
using support::FrontDoor;
using support::offered;
using support::outcome;
using support::two_o_clock;

TEST(Recording, AsksTheJournalOnceHoweverOftenYesIsPressed) {
    FrontDoor door;
    door.walk_to_is_this_right();
    for (int i = 0; i < 5; ++i) door.press(press::ConfirmArrival{});
    door.journal_keeps();
    for (int i = 0; i < 5; ++i) door.press(press::ConfirmArrival{});
    EXPECT_EQ(door.count<effect::KeepArrival>(), 1u);
}

TEST(Recording, AsksForTheAppointmentsThatWereShown) {
    FrontDoor door;
    door.walk_to_search();
    auto reply = support::rosa();
    reply.covered = {offered(1, 0, 30), offered(2, 40, 60), offered(3, 60, 90)};
    reply.covered[0].arrived_at = two_o_clock() - 10min;
    reply.later = {offered(4, 180, 200)};
    door.server_finds(reply);
    door.press(press::ConfirmArrival{});
    ASSERT_NE(door.effect<effect::KeepArrival>(), nullptr);
    const auto& request = door.effect<effect::KeepArrival>()->request;
    EXPECT_EQ(request.appointments, (std::vector{offered(2, 0, 0).id, offered(3, 0, 0).id}));
    EXPECT_EQ(request.person, domain::PersonId("rosa"));
    EXPECT_EQ(request.language, "en");
    EXPECT_FALSE(request.arrival.empty());
    EXPECT_FALSE(request.recorded_offline);
}

TEST(Recording, TheAnswerBeforeTheJournalHasItIsNoSuccess) {
    FrontDoor door;
    door.walk_to_saving();
    door.server_answers({outcome(ArrivalResult::Yes)});
    EXPECT_EQ(door.step(), Step::Saving);
}

TEST(Recording, TheAnswerToAnotherArrivalChangesNothing) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    protocol::ArrivalReply other;
    other.arrival = domain::ArrivalId("somebody-else");
    other.outcomes = {outcome(ArrivalResult::Late)};
    door.happens(event::ArrivalAnswered{other});
    EXPECT_EQ(door.step(), Step::Saving);
}

TEST(Recording, WithoutAnAnswerInTimeItIsSavedHereAndSaidSo) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.wait(2s);
    EXPECT_EQ(door.step(), Step::Saving);
    door.wait(1s);
    EXPECT_EQ(door.step(), Step::SavedHere);
    ASSERT_NE(door.effect<effect::MarkToldSaved>(), nullptr);
    EXPECT_EQ(door.effect<effect::MarkToldSaved>()->arrival, door.model.visit.arrival);
}

TEST(Recording, WhatWasToldSavedHereDoesNotChangeUnderSomebodysEyes) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.wait(3s);
    door.server_answers({outcome(ArrivalResult::Late, 12)});
    EXPECT_EQ(door.step(), Step::SavedHere);
    EXPECT_FALSE(door.model.visit.late);
}

TEST(Recording, WhenTheServerIsLostWhileWaitingItIsSaidAtOnce) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.happens(event::ServerLost{});
    EXPECT_EQ(door.step(), Step::SavedHere);
    EXPECT_EQ(door.count<effect::MarkToldSaved>(), 1u);
}

TEST(Recording, WhenTheJournalFailsNothingIsClaimed) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_fails();
    EXPECT_EQ(door.step(), Step::OutOfOrder);
    EXPECT_TRUE(door.model.arrived_here.empty());
    door.server_answers({outcome(ArrivalResult::Yes)});
    EXPECT_EQ(door.step(), Step::OutOfOrder);
}

TEST(Recording, WhenTheJournalSaysNothingNothingIsClaimed) {
    FrontDoor door;
    door.walk_to_saving();
    door.wait(4s);
    EXPECT_EQ(door.step(), Step::Saving);
    door.wait(1s);
    EXPECT_EQ(door.step(), Step::OutOfOrder);
}

TEST(Recording, AJournalThatIsLostStopsTheVisitBeforeMoreIsTyped) {
    FrontDoor door;
    door.walk_to_third_question();
    door.happens(event::JournalLost{});
    EXPECT_EQ(door.step(), Step::OutOfOrder);
    door.press(press::Finish{});
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_FALSE(can_check_in(door.model));
    door.happens(event::JournalFound{});
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::WhatWeKeep);
}

TEST(Recording, EachOutcomeIsToldForWhatItIs) {
    const std::vector<std::pair<ArrivalResult, Step>> told{{ArrivalResult::Yes, Step::CheckedIn},
                                                           {ArrivalResult::Late, Step::Late},
                                                           {ArrivalResult::AlreadyIn, Step::AlreadyIn},
                                                           {ArrivalResult::CameAfterEnd, Step::CameAfterEnd},
                                                           {ArrivalResult::ForReception, Step::SeeReception}};
    for (const auto& [result, step] : told) {
        FrontDoor door;
        door.walk_to_saving();
        door.journal_keeps();
        door.server_answers({outcome(result)});
        EXPECT_EQ(door.step(), step);
    }
}

TEST(Recording, AlreadyInWithoutATimeIsNotToldAsIfItWereNow) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    auto doubtful = outcome(ArrivalResult::AlreadyIn);
    doubtful.arrived_at.reset();
    door.server_answers({doubtful});
    EXPECT_EQ(door.step(), Step::AlreadyIn);
    EXPECT_EQ(door.model.visit.checked_in_at, std::nullopt);
}

TEST(Recording, LateForTheFirstOfTwoIsToldAsLate) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.server_answers({outcome(ArrivalResult::Late, 9), outcome(ArrivalResult::Yes, 9)});
    EXPECT_EQ(door.step(), Step::Late);
    EXPECT_EQ(door.model.visit.checked_in_at, two_o_clock() + 9min);
}

TEST(Recording, AnArrivalTheServerRefusesIsForReception) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.happens(event::ArrivalRefused{door.model.visit.arrival});
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, ReceptionReason::MustLook);
}

TEST(Recording, SomebodyWhoCameAfterTheEndIsAskedAndKept) {
    FrontDoor door;
    door.walk_to_search();
    auto reply = support::rosa();
    reply.covered.clear();
    reply.came_after = offered(7, -120, -60);
    door.server_finds(reply);
    EXPECT_EQ(door.step(), Step::IsThisRight);
    EXPECT_TRUE(door.model.visit.found->has_ended);
    door.press(press::ConfirmArrival{});
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.appointments, std::vector{offered(7, 0, 0).id});
}

TEST(Confirmation, ClearsAfterEightSecondsOrAtOnceOnDone) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.wait(7s);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    door.wait(1s);
    EXPECT_EQ(door.model.visit, Visit());
    door.walk_to_checked_in();
    door.press(press::Finish{});
    EXPECT_EQ(door.model.visit, Visit());
}

TEST(Confirmation, DoesNotClearUnderAFinger) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.jump(7900ms);
    door.touch();
    door.jump(200ms);
    door.press(press::Undo{});
    EXPECT_EQ(door.step(), Step::TakingBack);
}

}  // namespace
