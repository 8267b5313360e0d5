// What follows from a change of the rules: who is told of it first, and which deadlines move.

#include "server/app/align_deadlines.h"
#include "server/app/decide.h"
#include "tests/unit/server_app/rules_fixture.h"

namespace server::app {
namespace {

class WhatFollows : public ChangeOfRules {
protected:
    /// Whoever came this morning, and whose attendance must be submitted by the end of Monday.
    domain::Appointment came() {
        auto appointment = hub.add_appointment("came", ada, "2026-11-27T10:00:00Z");
        EXPECT_TRUE(hub.run([&](Transaction& t) {
            return record_at_desk(t, {appointment.id, "Kim", "seen"}, at("2026-11-27T10:01:00Z"),
                                  hub.occasion());
        }));
        return appointment;
    }
};

TEST_F(WhatFollows, ClosingADayOnWhichPeopleAreExpectedIsAskedOnceMore) {
    hub.add_appointment("monday", ada, "2026-11-30T14:00:00Z");
    hub.add_appointment("monday-too", ada, "2026-11-30T15:00:00Z");
    hub.add_appointment("bo", hub.add_person("bo", "Bo", "Vale", std::nullopt), "2026-11-30T09:00:00Z");
    auto by_phone = hub.add_appointment("by-phone", hub.add_person("cy", "Cy", "Moss", std::nullopt),
                                        "2026-11-30T09:00:00Z");
    by_phone.method = domain::DeliveryMethod::PhoneCall;
    hub.put(by_phone);
    const RuleValue closing = DayChange{day("2026-11-30"), DayRule::Closed};
    const auto asked = change(closing);
    EXPECT_FALSE(asked->done);
    EXPECT_EQ(asked->follows.people, 2U) << "each person once, and nobody who is telephoned";
    EXPECT_TRUE(hub.store.record().rule_changes.empty());
    EXPECT_FALSE(change(closing, "1-0-0-0-0-0000000000000000")->done) << "they were told of another number";
    EXPECT_TRUE(change(closing, asked->follows.mark())->done);
    EXPECT_TRUE(now().calendar.is_closed(day("2026-11-30")));
}

TEST_F(WhatFollows, ShorterHoursAskOfThoseWhoComeOutsideThem) {
    hub.add_appointment("evening", ada, "2026-11-30T17:30:00Z");
    EXPECT_EQ(change(HoursChange{every_day(8, 17)})->follows.people, 1U);
    EXPECT_TRUE(change(HoursChange{every_day(7, 20)})->done) << "longer hours ask nothing";
}

TEST_F(WhatFollows, WhoeverWouldStillBeThereAtTheClosingIsAskedOfToo) {
    auto one = hub.add_appointment("until-half-past", ada, "2026-11-30T16:30:00Z");
    EXPECT_EQ(change(HoursChange{every_day(8, 17)})->follows.people, 1U);
    one.start = at("2026-11-30T16:00:00Z");
    hub.put(one);
    EXPECT_TRUE(change(HoursChange{every_day(8, 17)})->done) << "at its very end nobody is shut in";
}

TEST_F(WhatFollows, AsManyOthersAreAskedOfAnew) {
    auto ada_comes = hub.add_appointment("ada-comes", ada, "2026-11-30T14:00:00Z");
    const RuleValue closing = DayChange{day("2026-11-30"), DayRule::Closed};
    const auto asked = change(closing);
    ada_comes.status = domain::AppointmentStatus::Cancelled;
    hub.put(ada_comes);
    hub.add_appointment("bo-comes", hub.add_person("bo", "Bo", "Vale", std::nullopt), "2026-11-30T14:00:00Z");
    const auto again = change(closing, asked->follows.mark());
    EXPECT_FALSE(again->done) << "they were told of Ada, and not of Bo";
    EXPECT_EQ(again->follows.people, asked->follows.people);
    EXPECT_TRUE(change(closing, again->follows.mark())->done);
}

TEST_F(WhatFollows, ARecordThatWasSubmittedInTimeAndWouldCountAsLateIsSaid) {
    const auto appointment = came();
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::BankHoliday})->done);
    hub.advance(at("2026-12-01T09:00:00Z") - hub.clock.now());
    hub.change_update(appointment, [&](domain::Update& update) {
        update.submitted_at = hub.clock.now();
        update.state = domain::UpdateState::Submitted;
    });
    const auto asked = change(DayChange{day("2026-11-30"), DayRule::NoBankHoliday});
    EXPECT_FALSE(asked->done);
    EXPECT_EQ(asked->follows.late, 1U);
    EXPECT_EQ(asked->follows.sooner, 0U);
}

TEST_F(WhatFollows, HoursGraceAndLanguagesMoveNoDeadline) {
    const auto appointment = came();
    const base::Instant promised = at("2026-12-05T00:00:00Z");
    hub.change_update(appointment, [&](domain::Update& update) { update.deadline = promised; });
    ASSERT_TRUE(change(HoursChange{every_day(7, 20)})->done);
    ASSERT_TRUE(change(GraceChange{10min, day("2026-11-28")})->done);
    ASSERT_TRUE(change(LanguagesChange{{"en"}})->done);
    EXPECT_EQ(hub.update(appointment)->deadline, promised);
}

TEST_F(WhatFollows, AnotherListGivesWhatIsOwedItsDeadlineAtTheStart) {
    const auto appointment = came();
    domain::CalendarChanges changes;
    changes.added = {day("2026-11-30")};
    RuleSet file = of_file();
    file.calendar = domain::Calendar(changes);
    EXPECT_EQ(align_deadlines_at_start(hub.store, file, hub.clock.now()).value(), (Aligned{1, 0}));
    EXPECT_EQ(hub.update(appointment)->deadline, at("2026-12-02T00:00:00Z"));
    EXPECT_EQ(align_deadlines_at_start(hub.store, file, hub.clock.now()).value(), Aligned{}) << "once";
    EXPECT_EQ(align_deadlines_at_start(hub.store, of_file(), hub.clock.now()).value(), (Aligned{1, 1}));
    EXPECT_EQ(hub.update(appointment)->deadline, at("2026-12-01T00:00:00Z"));
    EXPECT_THAT(hub.update(appointment)->why, HasSubstr("Due sooner")) << "nobody was asked";
}

TEST_F(WhatFollows, ADayFarAheadIsLookedAtToo) {
    hub.add_appointment("far", ada, "2027-03-01T14:00:00Z");
    EXPECT_EQ(change(DayChange{day("2027-03-01"), DayRule::Closed})->follows.people, 1U);
}

TEST_F(WhatFollows, AClosingDayMovesNoDeadline) {
    const auto appointment = came();
    const base::Instant promised = hub.update(appointment)->deadline;
    EXPECT_EQ(promised, at("2026-12-01T00:00:00Z"));
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::Closed})->done);
    EXPECT_EQ(hub.update(appointment)->deadline, promised);
}

TEST_F(WhatFollows, ABankHolidayGivesWhatWaitsALaterDeadlineAndItsEndGivesItBack) {
    const auto appointment = came();
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::BankHoliday})->done);
    EXPECT_EQ(hub.update(appointment)->deadline, at("2026-12-02T00:00:00Z"));
    const auto back = change(DayChange{day("2026-11-30"), DayRule::AsListed});
    EXPECT_FALSE(back->done);
    EXPECT_EQ(back->follows.sooner, 1U) << "a deadline that was promised is not shortened unsaid";
    EXPECT_EQ(hub.update(appointment)->deadline, at("2026-12-02T00:00:00Z"));
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::AsListed}, back->follows.mark())->done);
    EXPECT_EQ(hub.update(appointment)->deadline, at("2026-12-01T00:00:00Z"));
}

TEST_F(WhatFollows, ADeadlineThatWouldBeOverAtOnceIsSaid) {
    came();
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::BankHoliday})->done);
    hub.advance(at("2026-12-01T09:00:00Z") - hub.clock.now());
    const auto asked = change(DayChange{day("2026-11-30"), DayRule::NoBankHoliday});
    EXPECT_EQ(asked->follows.sooner, 1U);
    EXPECT_EQ(asked->follows.missed, 1U);
    EXPECT_EQ(asked->follows.late, 0U);
}

TEST_F(WhatFollows, AForgottenBankHolidayTakesBackThatTheDeadlineHasPassed) {
    const auto appointment = came();
    hub.advance(at("2026-12-01T09:00:00Z") - hub.clock.now());
    hub.change_update(appointment, [](domain::Update& update) {
        update.state = domain::UpdateState::Drafted;
        update.why = "Drafted; waits for somebody to submit it. The deadline has passed.";
    });
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::BankHoliday})->done);
    EXPECT_EQ(hub.update(appointment)->why, "Drafted; waits for somebody to submit it.");
    EXPECT_EQ(hub.update(appointment)->deadline, at("2026-12-02T00:00:00Z"));
}

TEST_F(WhatFollows, WhatWasSubmittedKeepsItsDeadline) {
    const auto appointment = came();
    const base::Instant promised = hub.update(appointment)->deadline;
    hub.change_update(appointment, [&](domain::Update& update) {
        update.submitted_at = hub.clock.now();
        update.state = domain::UpdateState::WaitingForPerson;  // somebody corrected it since
    });
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::BankHoliday})->done);
    EXPECT_EQ(hub.update(appointment)->deadline, promised);
}

TEST_F(WhatFollows, DidNotAttendHasItsTwentyFourHoursWhateverTheCalendarSays) {
    const auto missed = hub.add_appointment("missed", ada, "2026-11-27T09:00:00Z");
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return confirm_absence(t, {missed.id, "Kim", "not seen"}, CameAfterEnd::NotSaid, hub.occasion());
    }));
    ASSERT_TRUE(change(DayChange{day("2026-11-30"), DayRule::BankHoliday})->done);
    EXPECT_EQ(hub.update(missed)->deadline, at("2026-11-28T09:00:00Z"));
}

}  // namespace
}  // namespace server::app
