#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using domain::ClockState;
using domain::UpdateState;
using std::chrono::hours;
using std::chrono::minutes;

class Clocks : public HubWorld {
protected:
    void ada_at_two() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
    }
    std::string ada_;
};

TEST_F(Clocks, OnTheLongNightOfOctoberTheSecondOneOClockIsNotTheFirst) {
    // 2026-10-25: 01:30 in summer time, and an hour and a half later 02:00 in winter time.
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-10-25 01:30");
    const auto bob = session(person("Bob", "Fabled", "1985-03-02"), "2026-10-25 01:30");
    const auto cem = session(person("Cem", "Storied", "1985-05-04"), "2026-10-25 23:00", 45);
    hub_is_open_from("00:00", "23:59");
    hub_opens("2026-10-25 00:10");
    at("2026-10-25 01:20");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    pass(minutes{50});
    EXPECT_EQ(domain::london_time(now()), "01:10");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "late") << "ten past one for half past one, an hour later";
    expect_in_call_log(ada, Attendance::Yes);
    expect_in_call_log(bob, Attendance::Late, "01:10");
    EXPECT_EQ(domain::london_time(now()), "01:30");
    at("2026-10-25 22:50");
    EXPECT_EQ(front().check_in(4, 5, 'C'), "checked_in") << "still the same day after 24 hours";
    EXPECT_EQ(owed(cem).deadline, london("2026-10-27 00:00")) << "Sunday's are due on Monday";
    expect_in_call_log(cem, Attendance::Yes);
}

TEST_F(Clocks, OnTheShortNightOfMarchASessionSpansTheChange) {
    // 2027-03-28 is Easter Sunday: 00:59 in winter time, and a minute later 02:00 in summer time.
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2027-03-28 00:45");
    const auto bob = session(person("Bob", "Fabled", "1985-03-02"), "2027-03-28 00:45");
    hub_is_open_from("00:00", "23:59");
    hub_opens("2027-03-28 00:10");
    at("2027-03-28 00:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    at("2027-03-28 02:05");
    EXPECT_EQ(now() - london("2027-03-28 00:45"), minutes{20});
    EXPECT_EQ(front().check_in(2, 3, 'B'), "late");
    EXPECT_EQ(owed(ada).hold_until, london("2027-03-28 02:45"));
    EXPECT_EQ(owed(ada).deadline, london("2027-03-31 00:00")) << "Easter Monday is no business day";
    expect_in_call_log(ada, Attendance::Yes);
    expect_in_call_log(bob, Attendance::Late, "02:05");
}

TEST_F(Clocks, AtMidnightInSummerTheDayIsLondons) {
    const auto over = session(person("Ada", "Invented", "1990-11-07"), "2027-06-14 23:30");
    const auto after = session(person("Bob", "Fabled", "1985-03-02"), "2027-06-15 00:15");
    hub_is_open_from("00:00", "23:59");
    hub_opens("2027-06-14 22:00");
    at("2027-06-14 23:50");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "not_found") << "his is tomorrow, though UTC says today";
    front().press("bar.start_again");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    EXPECT_EQ(owed(over).deadline, london("2027-06-16 00:00")) << "Monday's are due on Tuesday";
    at("2027-06-15 00:10");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "checked_in");
    EXPECT_EQ(owed(after).deadline, london("2027-06-17 00:00")) << "and Tuesday's on Wednesday";
    expect_in_call_log(over, Attendance::Late, "23:50");
    expect_in_call_log(after, Attendance::Yes);
}

TEST_F(Clocks, WhatGoesOnPastMidnightCanBeArrivedAtAfterMidnight) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 23:30");
    const auto bob = session(person("Bob", "Fabled", "1985-03-02"), "2026-11-23 23:30");
    hub_is_open_from("00:00", "23:59");
    hub_opens("2026-11-23 22:00");
    at("2026-11-24 00:10");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    EXPECT_EQ(owed(ada).deadline, london("2026-11-25 00:00")) << "it is Monday's";
    at("2026-11-24 00:30:01");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "came_after_end");
    expect_in_call_log(ada, Attendance::Late, "00:10");
    expect_not_in_call_log(bob);
}

TEST_F(Clocks, AKioskThatWakesIn1970ChecksPeopleIn) {
    ada_at_two();
    front().clock.set(base::Instant{});
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    EXPECT_NE(front().words().find("13:50"), std::string::npos) << front().words();
    EXPECT_EQ(arrival(ada_).at, london("2026-11-23 13:50"));
    EXPECT_EQ(arrival(ada_).clock, ClockState::Sure);
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(Clocks, AKioskIn1970ThatIsCutOffStillKnowsTheTime) {
    ada_at_two();
    front().clock.set(base::Instant{});
    front().wire.pull_out();
    at("2026-11-23 14:12");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    EXPECT_NE(front().words().find("14:12"), std::string::npos) << front().words();
    at("2026-11-23 14:40");
    front().wire.plug_in();
    pass(minutes{1});
    EXPECT_EQ(arrival(ada_).clock, ClockState::Sure);
    expect_in_call_log(ada_, Attendance::Late, "14:12");
}

TEST_F(Clocks, AKioskAnHourWrongWhoseClockIsPutRightMeanwhileIsRight) {
    ada_at_two();
    front().clock.set(now() + hours{1});
    front().wire.pull_out();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "saved_here");
    front().clock.set(now());
    at("2026-11-23 14:30");
    front().wire.plug_in();
    pass(minutes{1});
    EXPECT_EQ(arrival(ada_).at, london("2026-11-23 13:50"));
    expect_in_call_log(ada_, Attendance::Yes);
}

/// The server's clock is wrong by so many hours.
class ServerClockWrongBy : public Clocks, public testing::WithParamInterface<int> {};

TEST_P(ServerClockWrongBy, AnHourLeavesTheTimeToAPerson) {
    ada_at_two();
    server_clock_.set(now() + hours{GetParam()});
    sync();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "see_reception");
    EXPECT_EQ(arrival(ada_).clock, ClockState::Doubtful);
    at("2026-11-23 17:00");
    forward();
    EXPECT_EQ(owed(ada_).state, UpdateState::WaitingForPerson);
    EXPECT_TRUE(writes(ada_).empty());
    server_clock_.set(now());
    sync();
    const base::Done settled = settle(ada_, "13:50");
    ASSERT_TRUE(settled) << settled.error().message;
    expect_in_call_log(ada_, Attendance::Yes);
}

INSTANTIATE_TEST_SUITE_P(Clocks, ServerClockWrongBy, testing::Values(1, -1),
                         [](const auto& one) { return one.param > 0 ? "Ahead" : "Behind"; });

TEST_F(Clocks, AServerWhoseClockJumpsAheadTellsNothingBeforeTheTrueEnd) {
    ada_at_two();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    at("2026-11-23 14:10");
    server_clock_.set(now() + hours{1});
    forward();
    EXPECT_TRUE(writes(ada_).empty());
    EXPECT_EQ(owed(ada_).state, UpdateState::Held);
    expect_in_call_log(ada_, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
