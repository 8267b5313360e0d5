// Rules that managers change: what is in force, and what cannot be.

#include "server/app/rule_words.h"
#include "tests/unit/server_app/rules_fixture.h"

namespace server::app {
namespace {

TEST_F(ChangeOfRules, StandsBeforeTheSettingsFileAndANewerOneBeforeAnOlder) {
    EXPECT_FALSE(now().calendar.is_closed(day("2026-12-24")));
    ASSERT_TRUE(change(DayChange{day("2026-12-24"), DayRule::Closed})->done);
    EXPECT_TRUE(now().calendar.is_closed(day("2026-12-24")));
    ASSERT_TRUE(change(DayChange{day("2026-12-24"), DayRule::Open})->done);
    EXPECT_FALSE(now().calendar.is_closed(day("2026-12-24")));
    ASSERT_TRUE(change(LanguagesChange{{"en", "cy"}})->done);
    ASSERT_TRUE(change(LanguagesChange{{"pl"}})->done);
    EXPECT_EQ(now().languages, std::vector<std::string>{"pl"});
    EXPECT_EQ(hub.store.record().rule_changes.size(), 4U) << "nothing is overwritten";
}

TEST_F(ChangeOfRules, ADayThatTheFileClosesCanBeOpened) {
    domain::CalendarChanges changes;
    changes.closed = {day("2026-12-24")};
    hub.calendar = domain::Calendar(std::move(changes));
    ASSERT_TRUE(change(DayChange{day("2026-12-24"), DayRule::Open})->done);
    EXPECT_FALSE(now().calendar.is_closed(day("2026-12-24")));
}

TEST_F(ChangeOfRules, ABankHolidayIsAddedRemovedAndLeftToTheListAgain) {
    const auto is_holiday = [&](const char* text) {
        return now().calendar.bank_holiday(day(text)).has_value();
    };
    ASSERT_TRUE(change(DayChange{day("2026-12-01"), DayRule::BankHoliday})->done);
    EXPECT_TRUE(is_holiday("2026-12-01"));
    ASSERT_TRUE(change(DayChange{day("2026-12-01"), DayRule::AsListed})->done);
    EXPECT_FALSE(is_holiday("2026-12-01"));
    ASSERT_TRUE(change(DayChange{day("2026-12-28"), DayRule::NoBankHoliday})->done);
    EXPECT_FALSE(is_holiday("2026-12-28"));
    ASSERT_TRUE(change(DayChange{day("2026-12-28"), DayRule::BankHoliday})->done);
    EXPECT_TRUE(is_holiday("2026-12-28"));
}

TEST_F(ChangeOfRules, ADayThatIsAsListedIsWhatTheFileHasIt) {
    domain::CalendarChanges changes;
    changes.added = {day("2026-12-01")};
    changes.removed = {day("2026-12-28")};
    hub.calendar = domain::Calendar(std::move(changes));
    const auto is_holiday = [&](const char* text) {
        return now().calendar.bank_holiday(day(text)).has_value();
    };
    EXPECT_EQ(refused(DayChange{day("2026-12-01"), DayRule::AsListed}), ErrorKind::Conflict) << "it is";
    ASSERT_TRUE(change(DayChange{day("2026-12-01"), DayRule::NoBankHoliday})->done);
    ASSERT_TRUE(change(DayChange{day("2026-12-28"), DayRule::BankHoliday})->done);
    EXPECT_FALSE(is_holiday("2026-12-01"));
    EXPECT_TRUE(is_holiday("2026-12-28"));
    ASSERT_TRUE(change(DayChange{day("2026-12-01"), DayRule::AsListed})->done);
    ASSERT_TRUE(change(DayChange{day("2026-12-28"), DayRule::AsListed})->done);
    EXPECT_TRUE(is_holiday("2026-12-01")) << "the file adds it";
    EXPECT_FALSE(is_holiday("2026-12-28")) << "the file takes it away";
}

TEST_F(ChangeOfRules, WhatIsSoAlreadyOrCannotBeIsRefusedAndNothingIsKept) {
    EXPECT_EQ(refused(DayChange{day("2026-12-24"), DayRule::Open}), ErrorKind::Conflict);
    EXPECT_EQ(refused(DayChange{day("2026-12-25"), DayRule::BankHoliday}), ErrorKind::Conflict);
    EXPECT_EQ(refused(DayChange{day("2026-12-24"), DayRule::AsListed}), ErrorKind::Conflict);
    EXPECT_EQ(refused(DayChange{day("2026-11-26"), DayRule::Closed}), ErrorKind::InvalidInput) << "over";
    EXPECT_EQ(refused(DayChange{day("2026-10-26"), DayRule::BankHoliday}), ErrorKind::InvalidInput);
    EXPECT_EQ(refused(DayChange{day("2028-11-29"), DayRule::Closed}), ErrorKind::InvalidInput) << "far ahead";
    EXPECT_EQ(refused(GraceChange{5min, day("2026-11-28")}), ErrorKind::Conflict) << "it is five";
    EXPECT_EQ(refused(GraceChange{61min, day("2026-11-28")}), ErrorKind::InvalidInput);
    EXPECT_EQ(refused(HoursChange{every_day(8, 18)}), ErrorKind::Conflict);
    EXPECT_EQ(refused(HoursChange{every_day(18, 8)}), ErrorKind::InvalidInput);
    EXPECT_EQ(refused(HoursChange{WeekHours{}}), ErrorKind::InvalidInput) << "never open";
    EXPECT_EQ(refused(LanguagesChange{}), ErrorKind::Conflict);
    EXPECT_EQ(refused(LanguagesChange{{"en", "en"}}), ErrorKind::InvalidInput);
    EXPECT_EQ(change(GraceChange{10min, day("2026-11-28")}, "", " ").error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(hub.store.record().rule_changes.empty());
}

TEST_F(ChangeOfRules, AGraceBeginsOnADayToComeSoThatNoYesBecomesLate) {
    const auto appointment = hub.add_appointment("eleven", ada, "2026-11-27T11:00:00Z");
    EXPECT_EQ(refused(GraceChange{0min, day("2026-11-27")}), ErrorKind::InvalidInput);
    ASSERT_TRUE(change(GraceChange{0min, day("2026-11-28")})->done);
    go_by_the_record();
    hub.advance(4min);
    EXPECT_EQ(hub.arrive("a", appointment).result, protocol::ArrivalResult::Yes) << "by the grace of its day";
    const auto later = hub.add_appointment("later", ada, "2026-11-28T11:00:00Z");
    hub.advance(24h);
    EXPECT_EQ(hub.arrive("b", later).result, protocol::ArrivalResult::Late);
}

TEST_F(ChangeOfRules, AGraceIsThatOfTheAppointmentsDayWheneverItIsRecorded) {
    ASSERT_TRUE(change(GraceChange{20min, day("2026-11-28")})->done);
    ASSERT_TRUE(change(GraceChange{0min, day("2026-11-30")})->done);
    const HubRules rules = now().rules;
    EXPECT_EQ(grace_on(rules, day("2026-11-27")), 5min);
    EXPECT_EQ(grace_on(rules, day("2026-11-28")), 20min);
    EXPECT_EQ(grace_on(rules, day("2026-11-29")), 20min);
    EXPECT_EQ(grace_on(rules, day("2027-11-29")), 0min);
}

TEST_F(ChangeOfRules, HoursDifferByWeekdayAndAShutDayLeavesKiosksTheFiles) {
    WeekHours week = every_day(9, 17);
    week[5] = std::nullopt;
    ASSERT_TRUE(change(HoursChange{week})->done);
    const HubRules rules = now().rules;
    EXPECT_EQ(hours_on(rules, day("2026-11-30")), (OpeningHours{9h, 17h})) << "a Monday";
    EXPECT_EQ(hours_on(rules, day("2026-11-28")), std::nullopt) << "a Saturday";
    EXPECT_EQ(kiosk_hours_on(rules, day("2026-11-28")), (OpeningHours{8h, 18h}));
    EXPECT_TRUE(is_shut(rules, hub.calendar, day("2026-11-28")));
    EXPECT_EQ(newest_closing(rules, at("2026-11-27T16:59:59Z")), at("2026-11-26T17:00:00Z"));
    EXPECT_EQ(newest_closing(rules, at("2026-11-27T17:00:00Z")), at("2026-11-27T17:00:00Z"));
}

TEST_F(ChangeOfRules, OneDayOfAWeekdayOnWhichTheHubIsShutIsOpenedByTheHoursAlone) {
    WeekHours week = every_day(9, 17);
    week[5] = std::nullopt;
    ASSERT_TRUE(change(HoursChange{week})->done);
    const auto outcome = change(DayChange{day("2026-11-28"), DayRule::Open});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::InvalidInput);
    EXPECT_THAT(outcome.error().message, HasSubstr("change the opening hours")) << "it is not open already";
}

TEST_F(ChangeOfRules, TheHubOpensNextOnABusinessDayOnWhichItIsNotShut) {
    WeekHours week = every_day(8, 18);
    week[1] = OpeningHours{10h, 18h};
    ASSERT_TRUE(change(HoursChange{week})->done);
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::Closed})->done);
    const RuleSet set = now();
    EXPECT_EQ(opens_next(set.rules, set.calendar, day("2026-11-27")), at("2026-12-01T10:00:00Z"))
        << "Tuesday, for Monday is shut";
    domain::CalendarChanges all;
    for (domain::Date one = day("2026-11-28"); one < day("2027-06-01"); one = domain::next_day(one))
        all.closed.insert(one);
    EXPECT_EQ(opens_next(set.rules, domain::Calendar(std::move(all)), day("2026-11-27")),
              at("2026-11-30T08:00:00Z"))
        << "shut for good: the next business day stands";
}

TEST(RuleWords, SayAWeekByItsRunsOfDays) {
    WeekHours week;
    for (const std::size_t weekday : {0U, 1U, 2U, 4U}) week.at(weekday) = OpeningHours{8h, 18h};
    week[3] = OpeningHours{12h, 20h + 30min};
    EXPECT_EQ(in_words(week),
              "Monday to Wednesday 08:00 to 18:00, Thursday 12:00 to 20:30, Friday 08:00 to 18:00; shut "
              "Saturday and Sunday");
}

}  // namespace
}  // namespace server::app
