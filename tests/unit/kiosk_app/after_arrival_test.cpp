// What a person can still do or learn once they are in: take it back, say why they are late, ask again.

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
using support::FrontDoor;
using support::offered;
using support::two_o_clock;

TEST(Undo, SaysWhenTheCheckInWasAndWhenItWasTakenBack) {
    FrontDoor door;
    door.walk_to_is_this_right();
    door.jump(10s);
    const domain::DeviceTime confirmed = door.clocks();
    door.press(press::ConfirmArrival{});
    door.journal_keeps();
    door.server_answers({support::outcome(protocol::ArrivalResult::Yes)});
    door.jump(4s);
    door.press(press::Undo{});
    ASSERT_NE(door.effect<effect::KeepUndo>(), nullptr);
    EXPECT_EQ(door.effect<effect::KeepUndo>()->confirmed, confirmed);
    EXPECT_EQ(door.effect<effect::KeepUndo>()->taken_back, door.clocks());
}

TEST(Undo, IsToldWhenItIsWrittenDownAndNotBefore) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.press(press::Undo{});
    door.press(press::Undo{});
    EXPECT_EQ(door.count<effect::KeepUndo>(), 1u);
    EXPECT_EQ(door.step(), Step::TakingBack);
    door.journal_keeps(event::Act::Arrival);
    EXPECT_EQ(door.step(), Step::TakingBack) << "that was the arrival, not the undo";
    EXPECT_EQ(door.model.visit.keeping, event::Act::Undo);
    EXPECT_EQ(door.model.arrived_here.size(), 1u);
    door.journal_keeps(event::Act::Undo);
    EXPECT_EQ(door.step(), Step::TakenBack);
}

TEST(Undo, LetsThePersonCheckInAgain) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.wait(3s);
    door.press(press::Undo{});
    door.journal_keeps(event::Act::Undo);
    door.press(press::Finish{});
    door.walk_to_is_this_right();
    EXPECT_EQ(door.step(), Step::IsThisRight);
}

TEST(Undo, ThatCannotBeWrittenDownIsToldAsNotDone) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.press(press::Undo{});
    door.journal_fails(event::Act::Undo);
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, ReceptionReason::NotTakenBack);
}

TEST(Late, AReasonIsKeptOnceAndThanksAreGivenForWhatIsKept) {
    FrontDoor door;
    door.walk_to_late();
    door.press(press::GiveReason{domain::LateReason::Caring});
    door.press(press::GiveReason{domain::LateReason::Work});
    EXPECT_EQ(door.count<effect::KeepReason>(), 1u);
    EXPECT_EQ(door.step(), Step::Late);
    door.journal_keeps(event::Act::Reason);
    EXPECT_EQ(door.step(), Step::CheckedIn);
    EXPECT_TRUE(door.model.visit.reason_kept);
    EXPECT_TRUE(door.model.visit.late);
}

TEST(Late, AReasonThatIsNotKeptIsNotThankedFor) {
    for (const bool fails : {true, false}) {
        FrontDoor door;
        door.walk_to_late();
        door.press(press::GiveReason{domain::LateReason::Caring});
        if (fails) {
            door.journal_fails(event::Act::Reason);
        } else {
            door.wait(5s);
        }
        EXPECT_EQ(door.step(), Step::CheckedIn);
        EXPECT_FALSE(door.model.visit.reason_kept);
    }
}

TEST(Late, TheReasonCanBeSkipped) {
    FrontDoor door;
    door.walk_to_late();
    door.press(press::SkipReason{});
    EXPECT_EQ(door.step(), Step::CheckedIn);
    EXPECT_EQ(door.count<effect::KeepReason>(), 0u);
}

TEST(Late, NobodyIsHurriedOverTheReason) {
    FrontDoor door;
    door.walk_to_late();
    door.wait(59s);
    EXPECT_EQ(door.step(), Step::Late);
    door.wait(21s);
    EXPECT_EQ(door.model.visit, Visit());
    EXPECT_EQ(door.model.arrived_here.size(), 1u) << "the arrival stands";
}

TEST(AlreadyIn, IsSaidWithTheTimeAndNothingIsRecorded) {
    FrontDoor door;
    door.walk_to_search();
    auto reply = support::rosa();
    reply.covered.front().arrived_at = two_o_clock() - 8min;
    door.server_finds(reply);
    EXPECT_EQ(door.step(), Step::AlreadyIn);
    EXPECT_EQ(door.model.visit.checked_in_at, two_o_clock() - 8min);
    door.press(press::ConfirmArrival{});
    EXPECT_EQ(door.count<effect::KeepArrival>(), 0u);
}

TEST(AlreadyIn, IsSaidWithoutATimeThatIsDoubtful) {
    FrontDoor door;
    door.walk_to_search();
    auto reply = support::rosa();
    reply.covered.front().arrived_at = two_o_clock() - 8h;
    reply.covered.front().clock = domain::ClockState::Doubtful;
    door.server_finds(reply);
    EXPECT_EQ(door.step(), Step::AlreadyIn);
    EXPECT_EQ(door.model.visit.checked_in_at, std::nullopt);
}

TEST(AlreadyIn, IsSaidWhileTheArrivalStillWaitsInTheJournal) {
    FrontDoor door;
    door.walk_to_saving();
    door.journal_keeps();
    door.wait(3s);
    door.press(press::Finish{});
    door.walk_to_is_this_right();
    EXPECT_EQ(door.step(), Step::AlreadyIn);
}

TEST(AlreadyIn, IsTheServersWordOnceItKnows) {
    FrontDoor door;
    door.walk_to_checked_in();
    door.press(press::Finish{});
    door.walk_to_is_this_right();
    EXPECT_EQ(door.step(), Step::IsThisRight) << "reception may have taken it back";
}

TEST(AlreadyIn, IsNeverSaidOfAnArrivalThatTheServerHasRefused) {
    for (const bool offline : {false, true}) {
        FrontDoor door;
        const domain::ArrivalId earlier("earlier");
        door.has_list(
            support::todays_list({support::listed("person", "1990-11-07", "Rosa", {offered(1, 0, 60)})}));
        door.happens(event::Remembered{earlier, {offered(1, 0, 60).id}, door.clocks()});
        door.happens(event::ArrivalRefused{earlier});
        if (offline) door.happens(event::ServerLost{});
        door.walk_to_search();
        if (!offline) door.server_finds(support::rosa());
        EXPECT_EQ(door.step(), Step::SeeReception) << (offline ? "by the list" : "by the server");
        EXPECT_EQ(door.model.visit.reception, ReceptionReason::MustLook);
    }
}

TEST(AlreadyIn, IsSaidAfterARestartOfTheProgram) {
    FrontDoor door;
    door.happens(event::Remembered{domain::ArrivalId("a"), {offered(1, 0, 0).id}, door.clocks()});
    door.happens(event::Remembered{domain::ArrivalId("a"), {offered(1, 0, 0).id}, door.clocks()});
    EXPECT_EQ(door.model.arrived_here.size(), 1u);
    door.walk_to_is_this_right();
    EXPECT_EQ(door.step(), Step::AlreadyIn);
}

}  // namespace
