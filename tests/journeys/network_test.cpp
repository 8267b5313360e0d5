#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using domain::ClockState;
using domain::UpdateState;

class Network : public HubWorld {
protected:
    void ada_at_two() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
        at("2026-11-23 13:40");
    }
    void front_is_cut_off() {
        front().wire.pull_out();
        pass_a_heartbeat();
    }
    void front_is_back() {
        front().wire.plug_in();
        pass(std::chrono::seconds{60});
    }
    std::string ada_;
};

TEST_F(Network, AnArrivalAtAKioskThatIsCutOffIsSentWhenTheServerIsBackAtTheTimeOfTheTouch) {
    ada_at_two();
    front_is_cut_off();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    at("2026-11-23 15:30");
    EXPECT_EQ(front().screen(), "welcome");
    EXPECT_TRUE(events(ada_).empty());
    front_is_back();
    EXPECT_EQ(arrival(ada_).at, london("2026-11-23 13:50"));
    EXPECT_EQ(arrival(ada_).clock, ClockState::Sure);
    EXPECT_TRUE(arrival(ada_).recorded_offline);
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Network, WhatIsTakenBackAtAKioskThatIsCutOffIsUndoneWhenTheServerHearsOfItHoursLater) {
    ada_at_two();
    front_is_cut_off();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    front().press("undo");
    EXPECT_EQ(front().screen(), "taken_back");
    at("2026-11-23 14:55");
    front_is_back();
    pass_a_heartbeat();
    EXPECT_EQ(owed(ada_).state, UpdateState::Withdrawn);
    EXPECT_EQ(waiting_at_kiosks(), 0U) << "nothing is left at the kiosk for good";
    expect_not_in_call_log(ada_);
}

TEST_F(Network, SomebodyLateAtAKioskThatIsCutOffIsLate) {
    ada_at_two();
    front_is_cut_off();
    at("2026-11-23 14:12");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    at("2026-11-23 14:40");
    front_is_back();
    expect_in_call_log(ada_, Attendance::Late, "14:12");
}

TEST_F(Network, WhoIsInAtOneKioskIsAlreadyInAtTheOther) {
    ada_at_two();
    KioskAtHub& back = add_kiosk("back");
    front_is_cut_off();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    at("2026-11-23 13:58");
    EXPECT_EQ(back.check_in(7, 11, 'A'), "checked_in") << "nobody can know of the first one yet";
    at("2026-11-23 14:01");
    front_is_back();
    EXPECT_EQ(events(ada_).size(), 2U) << "both are kept, and they are one arrival";
    EXPECT_EQ(owed(ada_).arrived_at, london("2026-11-23 13:50")) << "the earliest proven time";
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Network, AfterARebootWhileCutOffTheTimeWaitsForAPerson) {
    ada_at_two();
    front_is_cut_off();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    at("2026-11-23 14:10");
    front().reboot();
    at("2026-11-23 14:20");
    front_is_back();
    EXPECT_EQ(arrival(ada_).clock, ClockState::Doubtful);
    forward_until_the_end_of(ada_);
    EXPECT_EQ(owed(ada_).state, UpdateState::WaitingForPerson);
    EXPECT_FALSE(submit(ada_));
    EXPECT_TRUE(writes(ada_).empty());
    const base::Done settled = settle(ada_, "13:50");
    ASSERT_TRUE(settled) << settled.error().message;
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Network, AServerThatDiesBetweenItsCommitAndItsAnswerRecordsOnce) {
    ada_at_two();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().look_for(7, 11, 'A'), "is_this_right");
    front().wire.pull_out_at_the_next_answer();
    EXPECT_EQ(front().confirm(), "saved_here");
    const auto committed = events(ada_);
    ASSERT_EQ(committed.size(), 1U) << "the commit was before the answer";
    stop_server();
    pass(std::chrono::minutes{2});
    start_server();
    front_is_back();
    EXPECT_EQ(events(ada_), committed) << "the same act under the same key is the same arrival";
    pass_a_heartbeat();
    EXPECT_EQ(waiting_at_kiosks(), 0U) << "the kiosk knows that it arrived";
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Network, WhatTheServerHoldsOutlivesItsRestart) {
    ada_at_two();
    at("2026-11-23 14:20");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    stop_server();
    at("2026-11-23 14:30");
    start_server();
    expect_in_call_log(ada_, Attendance::Late, "14:20");
}

}  // namespace
}  // namespace journeys
