#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;
using domain::UpdateState;

class Schedule : public HubWorld {
protected:
    void expect_it_waits_for_a_person(const std::string& appointment) {
        EXPECT_EQ(arrival(appointment).at, london("2026-11-23 13:50")) << "the arrival is kept";
        EXPECT_EQ(owed(appointment).state, UpdateState::WaitingForPerson);
        EXPECT_FALSE(submit(appointment)) << "nobody can submit it as it stands";
        EXPECT_TRUE(writes(appointment).empty());
    }
};

TEST_F(Schedule, WhoComesForWhatWasCancelledSinceTheLastSyncWaitsForAPerson) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    cancel(ada);
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    at("2026-11-23 14:10");
    sync();
    expect_not_in_call_log(ada);
    expect_it_waits_for_a_person(ada);
}

TEST_F(Schedule, WhatWasCancelledIsNotSentEvenIfNoSyncCameSince) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    cancel(ada);
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    expect_not_in_call_log(ada);
    EXPECT_EQ(arrival(ada).at, london("2026-11-23 13:50"));
    EXPECT_EQ(owed(ada).state, UpdateState::WaitingForPerson);
    EXPECT_NE(outbox().find("no longer lists"), std::string::npos) << outbox();
}

TEST_F(Schedule, WhoComesForWhatWasMovedSinceTheLastSyncWaitsForAPerson) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    const auto thursday = move(ada, "2026-11-26 14:00");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    sync();
    expect_not_in_call_log(ada);
    expect_it_waits_for_a_person(ada);
    at("2026-11-26 13:55");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    expect_in_call_log(thursday, Attendance::Yes);
}

TEST_F(Schedule, WhatIsTakenBackAtTheKioskIsNeverTold) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    front().press("undo");
    EXPECT_EQ(front().screen(), "taken_back");
    EXPECT_EQ(owed(ada).state, UpdateState::Withdrawn);
    expect_not_in_call_log(ada);
}

TEST_F(Schedule, ATelephoneAppointmentIsNeverOffered) {
    const auto ada = person("Ada", "Invented", "1990-11-07");
    sandbox::Booking call{london("2026-11-23 14:00")};
    call.delivery = sandbox::Delivery::PhoneCall;
    const auto telephone = session(ada, call);
    const auto here = session(ada, "2026-11-23 15:10");
    call.start = london("2026-11-23 14:00");
    const auto bobs = session(person("Bob", "Fabled", "1985-03-02"), call);
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "not_found");
    front().press("bar.start_again");
    EXPECT_EQ(front().look_for(7, 11, 'A'), "is_this_right");
    EXPECT_EQ(front().words().find("14:00"), std::string::npos) << front().words();
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_NE(today("2026-11-23").find("2 elsewhere or by telephone"), std::string::npos);
    expect_not_in_call_log(bobs);
    expect_not_in_call_log(telephone);
    expect_in_call_log(here, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
