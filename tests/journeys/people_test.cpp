#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::Attendance;

class People : public HubWorld {};

TEST_F(People, OneCheckInCoversWhatFollowsOnAndWhatIsMuchLaterNeedsItsOwn) {
    const auto ada = person("Ada", "Invented", "1990-11-07");
    const auto first = session(ada, "2026-11-23 10:00");
    const auto follows_on = session(ada, "2026-11-23 11:30");
    const auto much_later = session(ada, "2026-11-23 15:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 09:55");
    EXPECT_EQ(front().look_for(7, 11, 'A'), "is_this_right");
    EXPECT_NE(front().words().find("15:00"), std::string::npos) << "the later one is named";
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_EQ(arrival(follows_on).at, london("2026-11-23 09:55"));
    EXPECT_TRUE(events(much_later).empty());
    expect_in_call_log(first, Attendance::Yes);
    expect_in_call_log(follows_on, Attendance::Yes);
    at("2026-11-23 15:10");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "late");
    expect_in_call_log(much_later, Attendance::Late, "15:10");
}

TEST_F(People, TwoOfTheSameBirthdayAndLetterAreToldApartByTheirYears) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    const auto alan = session(person("Alan", "Fabled", "1985-11-07"), "2026-11-23 14:00");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().look_for(7, 11, 'A'), "year");
    for (const char* digit : {"1", "9", "8", "5"}) front().press(std::string("digit.") + digit);
    front().press("next");
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_EQ(events(alan).size(), 1U);
    EXPECT_TRUE(events(ada).empty());
    expect_in_call_log(alan, Attendance::Yes);
    expect_not_in_call_log(ada);
}

TEST_F(People, TwoOfTheSameYearTooAreToldApartByTheirStartTimes) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    const auto alan = session(person("Alan", "Fabled", "1990-11-07"), "2026-11-23 14:30");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().look_for(7, 11, 1990), "letter");
    front().press("letter.A");
    EXPECT_EQ(front().screen(), "start_time");
    front().press("time.1");
    EXPECT_EQ(front().confirm(), "checked_in");
    EXPECT_EQ(events(alan).size(), 1U);
    EXPECT_TRUE(events(ada).empty());
    expect_in_call_log(alan, Attendance::Yes);
    expect_not_in_call_log(ada);
}

TEST_F(People, EverybodyRecordedAsBornOnTheFirstOfJanuaryGetsIn) {
    const auto yusuf = session(person("Yusuf", "Fabled", "1980-01-01"), "2026-11-23 14:00");
    const auto amina = session(person("Amina", "Invented", "1992-01-01"), "2026-11-23 14:00");
    const auto omar = session(person("Omar", "Fabled", "1992-01-01"), "2026-11-23 14:00");
    const auto omid = session(person("Omid", "Storied", "1992-01-01"), "2026-11-23 14:30");
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(1, 1, 'A'), "checked_in");
    front().done();
    EXPECT_EQ(front().look_for(1, 1, 1980), "is_this_right");
    EXPECT_EQ(front().confirm(), "checked_in");
    front().done();
    EXPECT_EQ(front().look_for(1, 1, 'O'), "start_time");
    front().press("time.1");
    EXPECT_EQ(front().confirm(), "checked_in");
    front().done();
    EXPECT_EQ(front().look_for(1, 1, 'F'), "year");
    for (const char* digit : {"1", "9", "9", "2"}) front().press(std::string("digit.") + digit);
    front().press("next");
    EXPECT_EQ(front().confirm(), "checked_in");
    for (const auto& one : {yusuf, amina, omar, omid}) EXPECT_EQ(events(one).size(), 1U);
    for (const auto& one : {yusuf, amina, omar, omid}) expect_in_call_log(one, Attendance::Yes);
}

}  // namespace
}  // namespace journeys
