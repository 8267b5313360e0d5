// Reading slowly makes nobody late: what a check-in covers is judged at the first touch.

#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::Step;
using support::FrontDoor;

TEST(Searching, SaysHowLongAgoTheVisitBegan) {
    FrontDoor door;
    door.walk_to_third_question();
    const base::BootTime touched = door.model.visit.first_touch->since_boot;
    door.jump(47s);
    door.press(press::UseLetter{});
    door.press(press::Letter{'R'});
    ASSERT_NE(door.effect<effect::Find>(), nullptr);
    EXPECT_EQ(door.effect<effect::Find>()->request.touched_ago,
              std::chrono::duration_cast<std::chrono::milliseconds>(door.since_boot() - touched));
    EXPECT_GE(door.effect<effect::Find>()->request.touched_ago, 47s);
}

TEST(Searching, InTheListCoversWhatHadNotEndedAtTheFirstTouch) {
    FrontDoor door;
    // Ends two minutes after the list is made; the person touches the screen in time and reads slowly.
    auto list = support::todays_list(
        {support::listed("p-rosa", "1994-11-07", "Rosa", {support::offered(1, -90, -58)})});
    door.has_list(list);
    door.happens(event::ServerLost{});
    door.walk_to_third_question();
    door.touch();
    door.jump(59s);
    door.touch();
    door.jump(59s);
    door.touch();
    door.jump(30s);
    door.press(press::UseLetter{});
    door.press(press::Letter{'R'});
    EXPECT_EQ(door.step(), Step::IsThisRight);
    ASSERT_TRUE(door.model.visit.found);
    EXPECT_FALSE(door.model.visit.found->has_ended);
}

}  // namespace
