#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using domain::EventKind;

class InTime : public HubWorld {
protected:
    void ada_at_two() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_opens("2026-11-23 09:00");
    }
    std::string ada_;
};

TEST_F(InTime, SomebodyEarlyIsIn) {
    ada_at_two();
    at("2026-11-23 12:30");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    EXPECT_EQ(arrival(ada_).at, london("2026-11-23 12:30"));
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(InTime, SomebodyOnTheMinuteIsIn) {
    ada_at_two();
    at("2026-11-23 14:00");
    EXPECT_EQ(front().check_in(7, 11, 'I'), "checked_in");
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(InTime, TheLastSecondOfTheGraceIsInTime) {
    ada_at_two();
    at("2026-11-23 14:05:00");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(InTime, ASecondAfterTheGraceIsLate) {
    ada_at_two();
    at("2026-11-23 14:05:01");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    front().press("reason.transport");
    EXPECT_EQ(front().screen(), "checked_in");
    expect_in_call_log(ada_, Attendance::Late, "14:05");
    for (const auto& call : case_system_.calls()) {
        EXPECT_EQ(call.body.find("transport"), std::string::npos) << "the reason stays in the hub";
    }
}

TEST_F(InTime, AnInitialAssessmentIsToldToo) {
    const auto first = assessment(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 14:20");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    expect_in_call_log(first, Attendance::Late, "14:20");
}

TEST_F(InTime, AQueueAtTheKioskMakesNobodyLate) {
    ada_at_two();
    const auto bob = session(person("Bob", "Fictional", "1985-03-02"), "2026-11-23 14:00");
    sync();
    at("2026-11-23 14:04:50");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "checked_in");
    pass(std::chrono::seconds{12});
    EXPECT_EQ(front().screen(), "welcome");
    EXPECT_EQ(now(), london("2026-11-23 14:05:02"));
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    EXPECT_TRUE(arrival(ada_).queued);
    expect_in_call_log(bob, Attendance::Yes);
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(InTime, AfterTheEndItIsAContactAndNothingIsTold) {
    ada_at_two();
    at("2026-11-23 15:00:01");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "came_after_end");
    EXPECT_EQ(arrival(ada_).kind, EventKind::CameAfterEnd);
    EXPECT_EQ(update(ada_), std::nullopt);
    pass(std::chrono::hours{24});
    expect_not_in_call_log(ada_);
}

TEST_F(InTime, WhoTouchesTheScreenBeforeTheEndAndReadsSlowlyHasCome) {
    ada_at_two();
    at("2026-11-23 14:59:50");
    front().press("start");
    pass(std::chrono::seconds{25});
    for (const char* node : {"continue", "day.7", "month.11", "use_letter", "letter.A"}) front().press(node);
    EXPECT_EQ(front().screen(), "is_this_right");
    EXPECT_EQ(front().confirm(), "late") << "and not too late";
    EXPECT_EQ(arrival(ada_).at, london("2026-11-23 14:59:50"));
    expect_in_call_log(ada_, Attendance::Late, "14:59");
}

TEST_F(InTime, SomebodyAlreadyInIsToldSoAndNothingChanges) {
    ada_at_two();
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    at("2026-11-23 14:30");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "already_in");
    EXPECT_NE(front().words().find("13:50"), std::string::npos) << front().words();
    EXPECT_EQ(events(ada_).size(), 1U);
    expect_in_call_log(ada_, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
