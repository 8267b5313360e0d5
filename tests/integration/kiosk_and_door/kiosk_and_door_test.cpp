#include "tests/integration/kiosk_and_door/hub_and_kiosk.h"

namespace tests {
namespace {

namespace press = kiosk::app::press;
using kiosk::app::Step;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_F(HubAndKiosk, SomebodyInTimeIsCheckedIn) {
    expect_ada(minutes{0});
    start_kiosk();
    ada_is_found();
    ASSERT_EQ(step(), Step::IsThisRight);
    press(press::ConfirmArrival{});
    EXPECT_EQ(step(), Step::CheckedIn);
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].kind, domain::EventKind::Arrived);
    EXPECT_EQ(events()[0].attendance, domain::Attendance::Yes);
    EXPECT_EQ(events()[0].clock, domain::ClockState::Sure);
    EXPECT_FALSE(events()[0].recorded_offline);
}

TEST_F(HubAndKiosk, TheFirstTouchCountsHoweverLongReadingTakes) {
    expect_ada(minutes{-5});  // 13:55, in time until 14:00
    start_kiosk();
    pass(minutes{9});
    press(press::Start{});
    pass(seconds{50});
    press(press::Continue{});
    pass(seconds{50});
    press(press::Day{7});
    press(press::Month{11});
    press(press::UseLetter{});
    press(press::Letter{'A'});
    ASSERT_EQ(step(), Step::IsThisRight);
    press(press::ConfirmArrival{});
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].attendance, domain::Attendance::Yes);
    EXPECT_EQ(events()[0].at, base::parse_instant("2026-11-23T13:59:00Z").value());
}

TEST_F(HubAndKiosk, SomebodyLateIsToldKindlyAndMaySayWhy) {
    expect_ada(minutes{-20});
    start_kiosk();
    ada_is_found();
    press(press::ConfirmArrival{});
    ASSERT_EQ(step(), Step::Late);
    press(press::GiveReason{domain::LateReason::Transport});
    ASSERT_EQ(events().size(), 2U);
    EXPECT_EQ(events()[0].attendance, domain::Attendance::Late);
    EXPECT_EQ(events()[1].kind, domain::EventKind::ReasonGiven);
    EXPECT_EQ(events()[1].reason, "transport");
}

TEST_F(HubAndKiosk, ACheckInCanBeTakenBack) {
    expect_ada(minutes{0});
    start_kiosk();
    ada_is_found();
    press(press::ConfirmArrival{});
    press(press::Undo{});
    EXPECT_EQ(step(), Step::TakenBack);
    ASSERT_EQ(events().size(), 2U);
    EXPECT_EQ(events()[1].kind, domain::EventKind::Undone);
}

TEST_F(HubAndKiosk, WithTheServerAwayAPersonIsFoundInTodaysListAndSentLater) {
    expect_ada(minutes{0});
    start_kiosk();
    ASSERT_TRUE(kiosk_->model().list) << "today's list is fetched at the start";
    close_door();
    pass(seconds{10});
    ada_is_found();
    ASSERT_EQ(step(), Step::IsThisRight);
    press(press::ConfirmArrival{});
    pass(kiosk::app::kAnswerWait);
    EXPECT_EQ(step(), Step::SavedHere);
    const base::Instant came = server_clock_.now() - kiosk::app::kAnswerWait;
    for (int i = 0; i < 90; ++i) pass(minutes{1});
    EXPECT_TRUE(events().empty());
    open_door();
    pass(kiosk::runtime::kHeartbeatEvery);
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].attendance, domain::Attendance::Yes);
    EXPECT_EQ(events()[0].at, came);
    EXPECT_EQ(events()[0].clock, domain::ClockState::Sure);
    EXPECT_TRUE(events()[0].recorded_offline);
}

TEST_F(HubAndKiosk, AWrongClockOfTheKioskChangesNothing) {
    expect_ada(minutes{0});
    kiosk_clock_.set(base::Instant{});
    start_kiosk();
    close_door();
    pass(seconds{10});
    ada_is_found();
    press(press::ConfirmArrival{});
    pass(kiosk::app::kAnswerWait);
    const base::Instant came = server_clock_.now() - kiosk::app::kAnswerWait;
    pass(minutes{30});
    kiosk_clock_.set(base::parse_instant("2031-01-01T00:00:00Z").value());
    open_door();
    pass(kiosk::runtime::kHeartbeatEvery);
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].at, came);
    EXPECT_EQ(events()[0].attendance, domain::Attendance::Yes);
    EXPECT_EQ(events()[0].clock, domain::ClockState::Sure);
}

TEST_F(HubAndKiosk, AfterARestartOfTheKioskTheTimeIsDoubtful) {
    expect_ada(minutes{0});
    start_kiosk();
    close_door();
    pass(seconds{10});
    ada_is_found();
    press(press::ConfirmArrival{});
    pass(kiosk::app::kAnswerWait);
    ASSERT_EQ(step(), Step::SavedHere);
    stop_kiosk();
    pass(minutes{10});
    kiosk_clock_.reboot("0f0e0d0c-0000-4000-8000-00000000000b");
    open_door();
    start_kiosk();
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].clock, domain::ClockState::Doubtful);
    EXPECT_TRUE(events()[0].recorded_offline);
}

TEST_F(HubAndKiosk, ARevokedKioskKeepsWhatItHoldsUntilItIsEnrolledAgain) {
    expect_ada(minutes{0});
    start_kiosk();
    revoked_ = true;
    pass(seconds{20});
    ada_is_found();
    press(press::ConfirmArrival{});
    pass(kiosk::app::kAnswerWait);
    EXPECT_EQ(step(), Step::SavedHere);
    pass(minutes{5});
    EXPECT_TRUE(events().empty());
    revoked_ = false;
    pass(minutes{2});
    EXPECT_EQ(events().size(), 1U);
}

TEST_F(HubAndKiosk, AWrongBirthDateIsNotFound) {
    expect_ada(minutes{0});
    start_kiosk();
    press(press::Start{});
    press(press::Continue{});
    press(press::Day{8});
    press(press::Month{11});
    press(press::UseLetter{});
    press(press::Letter{'A'});
    EXPECT_EQ(step(), Step::NotFound);
    EXPECT_TRUE(events().empty());
}

}  // namespace
}  // namespace tests
