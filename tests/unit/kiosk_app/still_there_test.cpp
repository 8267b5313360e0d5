#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::Step;
using kiosk::app::Visit;
using support::FrontDoor;

TEST(StillThere, IsAskedAfterAMinuteAndOnePressAnswersIt) {
    FrontDoor door;
    door.walk_to_third_question();
    door.wait(59s);
    EXPECT_FALSE(door.model.visit.still_there);
    door.wait(1s);
    ASSERT_TRUE(door.model.visit.still_there);
    EXPECT_EQ(door.model.visit.still_there->seconds_left, 20u);
    door.wait(5s);
    EXPECT_EQ(door.model.visit.still_there->seconds_left, 15u);
    door.press(press::StayHere{});
    EXPECT_FALSE(door.model.visit.still_there);
    EXPECT_EQ(door.step(), Step::LetterOrYear);
    EXPECT_EQ(door.model.visit.typed.month, 11u);
}

TEST(StillThere, CanBeAnsweredManyTimes) {
    FrontDoor door;
    door.walk_to_third_question();
    for (int i = 0; i < 12; ++i) {
        door.wait(79s);
        ASSERT_TRUE(door.model.visit.still_there) << i;
        door.press(press::StayHere{});
    }
    EXPECT_EQ(door.step(), Step::LetterOrYear);
}

TEST(StillThere, AFingerOnTheGlassGivesTheWholeTimeAgain) {
    FrontDoor door;
    door.walk_to_third_question();
    door.wait(79s);
    door.touch();
    door.wait(19s);
    EXPECT_TRUE(door.model.visit.still_there);
    EXPECT_EQ(door.model.visit.still_there->seconds_left, 1u);
}

TEST(StillThere, WhenNobodyAnswersNothingTypedIsLeftAnywhere) {
    FrontDoor typed, untyped;
    for (FrontDoor* door : {&typed, &untyped}) {
        door->touch();
        door->press(press::Start{});
        door->press(press::Continue{});
    }
    typed.press(press::Day{7});
    typed.press(press::Month{11});
    typed.press(press::UseYear{});
    for (const unsigned digit : {1U, 9U, 9U, 4U}) typed.press(press::Digit{digit});
    for (FrontDoor* door : {&typed, &untyped}) door->wait(80s);
    EXPECT_EQ(typed.model.visit, Visit());
    EXPECT_EQ(typed.model, untyped.model);
}

TEST(StillThere, ThePersonWhoWasFoundIsForgottenToo) {
    FrontDoor door;
    door.walk_to_is_this_right();
    door.wait(80s);
    EXPECT_EQ(door.model.visit, Visit());
    EXPECT_TRUE(door.model.arrived_here.empty());
}

TEST(StillThere, ThePressThatAnswersDoesNothingElse) {
    FrontDoor door;
    door.walk_to_is_this_right();
    door.wait(61s);
    door.press(press::ConfirmArrival{});
    EXPECT_EQ(door.step(), Step::IsThisRight);
    EXPECT_EQ(door.count<effect::KeepArrival>(), 0u);
}

TEST(Waking, IsAskedForAtTheMomentThatIsDue) {
    FrontDoor door;
    door.walk_to_day();
    ASSERT_TRUE(door.effect<effect::WakeAt>() || door.model.wake_at);
    EXPECT_EQ(door.model.wake_at, door.since_boot() + 60s);
    door.jump(60s);
    door.happens(event::Tick{});
    EXPECT_EQ(door.model.wake_at, door.since_boot() + 1s) << "a second of the countdown";
    EXPECT_NE(door.effect<effect::WakeAt>(), nullptr);
}

TEST(Waking, IsAskedForAgainAfterATickThatCameTooEarly) {
    FrontDoor door;
    door.walk_to_day();
    door.jump(30s);
    door.happens(event::Tick{});
    ASSERT_NE(door.effect<effect::WakeAt>(), nullptr);
    EXPECT_EQ(door.effect<effect::WakeAt>()->since_boot, door.since_boot() + 30s);
}

TEST(Waking, IsNotNeededWhenNobodyIsThere) {
    FrontDoor door;
    door.happens(event::ServerFound{});
    EXPECT_EQ(door.model.wake_at, std::nullopt);
    door.walk_to_checked_in();
    door.wait(8s);
    EXPECT_EQ(door.model.wake_at, std::nullopt);
}

}  // namespace
