// What is owed for an appointment follows the schedule; what a person was told does not.

#include "server/app/follow_schedule.h"

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

class FollowSchedule : public Decide {
protected:
    /// The sync reads the appointment as it is now.
    template <class Change>
    void schedule_changes(Change change) {
        const domain::Appointment before = two;
        change(two);
        ASSERT_TRUE(hub.run([&](Transaction& t) -> base::Done {
            TRY_DONE(t.put(two));
            return follow_schedule(t, before, two, hub.occasion());
        }));
    }
    void starts_at(std::string_view start) {
        schedule_changes([&](domain::Appointment& one) { one.start = at(start); });
    }
    void is(domain::AppointmentStatus status) {
        schedule_changes([&](domain::Appointment& one) { one.status = status; });
    }
};

TEST_F(FollowSchedule, AnUpdateOfWhatWasCancelledWaitsAndOfWhatComesBackIsHeldAgain) {
    hub.arrive("a", two);
    const auto held = hub.update(two);
    is(domain::AppointmentStatus::Cancelled);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("cancelled"));
    is(domain::AppointmentStatus::Live);
    EXPECT_EQ(hub.update(two), held);
}

TEST_F(FollowSchedule, WhatTheCaseSystemRefusedIsNotSentAgainByAChangeOfTheSchedule) {
    hub.arrive("a", two);
    hub.change_update(two, [](domain::Update& u) {
        u.state = UpdateState::WaitingForPerson;
        u.why = "refused";
    });
    starts_at("2026-11-23T14:05:00Z");
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_EQ(hub.update(two)->why, "refused");
}

TEST_F(FollowSchedule, HoldAndDeadlineFollowANewTime) {
    hub.arrive("a", two);
    starts_at("2026-11-23T16:30:00Z");
    const auto update = hub.update(two).value();
    EXPECT_EQ(update.state, UpdateState::Held);
    EXPECT_EQ(update.start, two.start);
    EXPECT_EQ(update.hold_until, at("2026-11-23T17:30:00Z"));
    EXPECT_EQ(update.next_try, at("2026-11-23T17:30:00Z"));
    EXPECT_EQ(update.attendance, Attendance::Yes);
    schedule_changes([](domain::Appointment& one) { one.duration = 90min; });
    EXPECT_EQ(hub.update(two)->hold_until, at("2026-11-23T18:00:00Z"));
}

TEST_F(FollowSchedule, AYesIsNotMadeLateByAnEarlierStartButAsksAPerson) {
    hub.arrive("a", two);
    starts_at("2026-11-23T13:30:00Z");
    EXPECT_EQ(hub.record(two).attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_THAT(hub.update(two)->why, HasSubstr("time was changed"));
    EXPECT_EQ(hub.store.record().events.back().actor, "schedule");
    ASSERT_TRUE(submit()) << "as it stands: the person came when they were told to";
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
    EXPECT_TRUE(hub.update(two)->submit_decided);
}

TEST_F(FollowSchedule, ALateThatWouldBeInTimeAsksAPersonToo) {
    hub.advance(20min);
    hub.arrive("a", two);
    starts_at("2026-11-23T14:10:00Z");
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    ASSERT_TRUE(settle(at("2026-11-23T14:10:00Z")));
    EXPECT_EQ(hub.update(two)->attendance, Attendance::Yes);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

TEST_F(FollowSchedule, AnArrivalIsNotTakenForOneOfAnotherDay) {
    hub.arrive("a", two);
    starts_at("2026-11-30T14:00:00Z");
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
}

TEST_F(FollowSchedule, AnAbsenceConfirmedForAnotherTimeIsConfirmedAgain) {
    after_the_end();
    ASSERT_TRUE(absent()->to_be_submitted);
    starts_at("2026-11-23T13:50:00Z");
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_FALSE(hub.update(two)->submit_decided);
    EXPECT_EQ(submit().error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(absent()->to_be_submitted);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_TRUE(hub.update(two)->submit_decided);
}

TEST_F(FollowSchedule, WhatIsSubmittedStaysAsItIs) {
    hub.arrive("a", two);
    submitted();
    const auto before = hub.update(two);
    starts_at("2026-11-23T13:30:00Z");
    EXPECT_EQ(hub.update(two), before);
    EXPECT_EQ(hub.events(), 1U);
}

TEST_F(FollowSchedule, NothingIsOwedWhereNobodyCame) {
    starts_at("2026-11-23T13:30:00Z");
    EXPECT_FALSE(hub.update(two));
    EXPECT_EQ(hub.events(), 0U);
}

}  // namespace
}  // namespace server::app
