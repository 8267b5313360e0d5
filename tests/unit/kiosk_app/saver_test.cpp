// Today's programme on a kiosk that nobody uses.

#include <gtest/gtest.h>

#include "kiosk/app/staff_keys.h"
#include "tests/support/kiosk/front_door.h"
#include "tests/support/kiosk/programme.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using kiosk::app::kSaverAfter;
using kiosk::app::kSaverTurn;
using kiosk::app::Step;
using support::FrontDoor;

class ScreenSaver : public testing::Test {
protected:
    ScreenSaver() {
        door.has_list(support::todays_list({}));
        door.happens(event::ItineraryArrived{support::a_week()});
    }
    FrontDoor door;
};

TEST_F(ScreenSaver, BeginsWhenTheFirstScreenHasStoodUntouched) {
    door.wait(kSaverAfter - 1s);
    EXPECT_FALSE(door.model.saver);
    door.wait(1s);
    EXPECT_TRUE(door.model.saver);
}

TEST_F(ScreenSaver, TurnsThroughTodayAndBeginsAgain) {
    door.wait(kSaverAfter);
    EXPECT_EQ(door.model.saver->page, 0U);
    door.wait(kSaverTurn);
    EXPECT_EQ(door.model.saver->page, 1U);
    door.wait(kSaverTurn);
    EXPECT_EQ(door.model.saver->page, 0U) << "five sessions are two pages";
}

TEST_F(ScreenSaver, WakesTheKioskOnlyWhenAPageTurns) {
    door.wait(kSaverAfter);
    EXPECT_EQ(door.model.wake_at, door.since_boot() + kSaverTurn);
}

TEST_F(ScreenSaver, StandsStillWhereAHubWantsItSo) {
    door.model.waits.saver_turns = false;
    door.wait(kSaverAfter + 10 * kSaverTurn);
    EXPECT_EQ(door.model.saver->page, 0U);
}

TEST_F(ScreenSaver, AFirstTouchWakesItAndIsTheFirstTouchOfTheVisit) {
    door.wait(kSaverAfter + 3s);
    door.touch();
    EXPECT_FALSE(door.model.saver);
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_EQ(door.model.visit.first_touch->since_boot, door.since_boot());
    door.wait(10s);
    EXPECT_FALSE(door.model.saver);
}

TEST_F(ScreenSaver, NeverComesOverAVisit) {
    door.walk_to_day();
    door.wait(kiosk::app::kIdle + kiosk::app::kStillThere - 1s);
    EXPECT_FALSE(door.model.saver);
    door.wait(1s);
    ASSERT_EQ(door.step(), Step::Welcome);
    door.wait(kSaverAfter - 2s);
    EXPECT_FALSE(door.model.saver);
    door.wait(3s);
    EXPECT_TRUE(door.model.saver);
}

TEST_F(ScreenSaver, IsNotThereWithoutAProgramme) {
    auto nothing = support::a_week();
    nothing.sessions.clear();
    door.happens(event::ItineraryArrived{nothing});
    door.wait(10 * kSaverAfter);
    EXPECT_FALSE(door.model.saver);
}

TEST_F(ScreenSaver, EndsWithTheLastSessionOfTheDay) {
    door.wait(kSaverAfter);
    ASSERT_TRUE(door.model.saver);
    door.jump(5h);
    door.wait(1s);
    EXPECT_FALSE(door.model.saver) << "all sessions have ended";
}

TEST_F(ScreenSaver, ThatStandsStillLeavesOutWhatHasEndedWithoutTheServerToo) {
    door.model.waits.saver_turns = false;
    door.happens(event::ServerLost{});
    door.wait(kSaverAfter);
    ASSERT_TRUE(door.model.saver);
    ASSERT_TRUE(door.model.wake_at);
    EXPECT_LE(*door.model.wake_at, door.since_boot() + kiosk::app::kSaverRenewed);
    door.jump(5h);
    door.wait(1s);
    EXPECT_FALSE(door.model.saver);
}

TEST_F(ScreenSaver, DoesNotHideThatTheKioskIsOutOfOrder) {
    door.wait(kSaverAfter);
    ASSERT_TRUE(door.model.saver);
    door.happens(event::JournalLost{});
    EXPECT_FALSE(door.model.saver);
    door.wait(10 * kSaverAfter);
    EXPECT_FALSE(door.model.saver);
}

TEST_F(ScreenSaver, IsNotThereWhileStaffHaveTakenTheKioskOutOfUse) {
    door.wait(kSaverAfter);
    ASSERT_TRUE(door.model.saver);
    door.model.staff.out_of_use = true;
    door.wait(kSaverTurn);
    EXPECT_FALSE(door.model.saver);
    door.wait(10 * kSaverAfter);
    EXPECT_FALSE(door.model.saver);
}

TEST_F(ScreenSaver, WaitsItsWholeTimeAfterTheStaffCornerHasClosed) {
    door.model.has_staff_pin = true;
    door.wait(kSaverAfter);
    ASSERT_TRUE(door.model.saver);
    for (const kiosk::app::Key key : kiosk::app::kStaffKeys) door.happens(event::KeyDown{{key, 0}});
    ASSERT_EQ(door.step(), Step::StaffPin);
    EXPECT_FALSE(door.model.saver);
    door.press(press::StartAgain{});
    ASSERT_EQ(door.step(), Step::Welcome);
    door.wait(kSaverAfter - 1s);
    EXPECT_FALSE(door.model.saver);
    door.wait(1s);
    EXPECT_TRUE(door.model.saver);
}

TEST_F(ScreenSaver, ShowsAChangeAtOnce) {
    door.wait(kSaverAfter + kSaverTurn);
    ASSERT_EQ(door.model.saver->page, 1U);
    auto changed = support::a_week();
    changed.sessions = {support::on_today(42, 60)};
    door.happens(event::ItineraryArrived{changed});
    ASSERT_TRUE(door.model.saver);
    EXPECT_EQ(door.model.saver->page, 0U) << "there is only one page now";
}

}  // namespace
