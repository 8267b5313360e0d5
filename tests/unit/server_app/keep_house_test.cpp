// What is put away after closing, and who must never be.

#include "server/app/keep_house.h"

#include "server/app/decide.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using domain::UpdateState;

/// 40 days after Ada's appointment, late in the evening, with the schedule just read.
class KeepHouse : public testing::Test {
protected:
    KeepHouse() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }

    void arrive_and_submit() {
        hub.arrive("a", two);
        hub.change_update(two, [](domain::Update& update) { update.state = UpdateState::Submitted; });
    }
    void days_later(int days) {
        hub.advance(days * 24h + 8h);
        read_schedule();
    }
    void read_schedule() {
        SyncState sync;
        sync.succeeded_at = hub.clock.now() - 5min;
        hub.put(sync);
    }
    std::optional<Housekeeping> keep(const std::stop_token& stop = {}) {
        return keep_house(hub.store, hub.occasion().moment, retention, hub.entropy, stop).value();
    }
    bool is_held(const domain::PersonId& person) { return hub.store.record().people.contains(person); }

    Hub hub;
    Retention retention;
    domain::PersonId ada;
    domain::Appointment two;
};

TEST_F(KeepHouse, ErasesWhoeverHadNoAppointmentFor30DaysAndKeepsThatItWasDone) {
    arrive_and_submit();
    days_later(31);
    const auto done = keep();
    ASSERT_TRUE(done);
    EXPECT_EQ(*done, (Housekeeping{hub.clock.now(), 1, 0}));
    EXPECT_EQ(hub.store.record().housekeeping, done);
    EXPECT_FALSE(is_held(ada));
    const Erasure erasure = hub.store.record().erased.at(ada);
    EXPECT_EQ(erasure.who, "hub-server");
    EXPECT_EQ(erasure.at, hub.clock.now());
    EXPECT_THAT(erasure.why, testing::HasSubstr("30 days"));
    EXPECT_EQ(hub.record(two).attendance, domain::Attendance::Yes) << "what happened stays";
    EXPECT_EQ(keep()->erased, 0U) << "once";
}

TEST_F(KeepHouse, KeepsTheHistoriesOfWhoeverItPutsAwayUntil14MonthsAfterTheirEnd) {
    arrive_and_submit();
    History history;
    history.told.id = two.referral;
    history.told.concluded_at = hub.clock.now();
    ASSERT_TRUE(hub.run([&](Transaction& t) { return t.keep(history, "X100001"); }));
    days_later(31);
    EXPECT_EQ(keep()->erased, 1U);
    EXPECT_EQ(hub.store.record().histories.size(), 1U) << "the figures need it";
    days_later(394);
    keep();
    EXPECT_EQ(hub.store.record().histories.size(), 1U) << "ended on 23 November 2026; it is 23 January 2028";
    days_later(1);
    keep();
    EXPECT_EQ(hub.store.record().histories.size(), 0U);
}

TEST_F(KeepHouse, KeepsAPersonToTheEndOfThe30thDay) {
    arrive_and_submit();
    days_later(30);
    EXPECT_EQ(keep()->erased, 0U);
    EXPECT_TRUE(is_held(ada));
    days_later(1);
    EXPECT_EQ(keep()->erased, 1U);
}

TEST_F(KeepHouse, NeverErasesWhoeverHasAnAppointmentToCome) {
    arrive_and_submit();
    days_later(40);
    hub.add_appointment("next", ada, "2027-01-14T14:00:00Z");
    EXPECT_EQ(*keep(), (Housekeeping{hub.clock.now(), 0, 0}));
    EXPECT_TRUE(is_held(ada));
}

TEST_F(KeepHouse, NeverErasesWhoeverAnythingIsOwedAbout) {
    arrive_and_submit();
    days_later(40);
    for (const UpdateState state :
         {UpdateState::Held, UpdateState::Sending, UpdateState::Drafted, UpdateState::WaitingForPerson}) {
        hub.change_update(two, [&](domain::Update& update) { update.state = state; });
        EXPECT_EQ(*keep(), (Housekeeping{hub.clock.now(), 0, 1})) << to_word(state);
        EXPECT_TRUE(is_held(ada)) << to_word(state);
    }
}

TEST_F(KeepHouse, NeverErasesWhoeverHasAnAppointmentThatNobodyHasDecided) {
    days_later(40);
    EXPECT_EQ(keep()->kept, 1U) << "did they come?";
    EXPECT_TRUE(is_held(ada));
    two.status = domain::AppointmentStatus::Settled;
    hub.put(two);
    EXPECT_EQ(keep()->erased, 1U) << "the case system has a final record";
}

TEST_F(KeepHouse, AsksNoDecisionAboutWhatIsNotExpectedHere) {
    two.method = domain::DeliveryMethod::PhoneCall;
    hub.put(two);
    days_later(40);
    EXPECT_EQ(keep()->erased, 1U);
}

TEST_F(KeepHouse, NeverErasesWhoeverHasAnArrivalThatNoMachineCouldSettle) {
    hub.send(hub.visit("a", ada, {"unheard-of"}));
    two.status = domain::AppointmentStatus::Cancelled;
    hub.put(two);
    days_later(40);
    EXPECT_EQ(keep()->kept, 1U) << "for an appointment that the hub does not know";
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return take_back(t, {domain::AppointmentId("unheard-of"), "R. Porter", "wrong person"},
                         hub.occasion());
    }));
    EXPECT_EQ(keep()->kept, 0U);
    EXPECT_TRUE(is_held(ada)) << "something was said of it today";
    days_later(31);
    EXPECT_EQ(keep()->erased, 1U);
}

TEST_F(KeepHouse, ErasesNobodyWhileTheClockIsDoubtfulOrTheScheduleIsNotFresh) {
    arrive_and_submit();
    hub.advance(40 * 24h);
    EXPECT_EQ(keep(), std::nullopt) << "never read";
    read_schedule();
    hub.server_clock = domain::ClockState::Doubtful;
    EXPECT_EQ(keep(), std::nullopt);
    hub.server_clock = domain::ClockState::Sure;
    hub.advance(kScheduleFreshFor);
    EXPECT_EQ(keep(), std::nullopt);
    EXPECT_TRUE(is_held(ada));
    EXPECT_EQ(hub.store.record().housekeeping, std::nullopt);
    read_schedule();
    EXPECT_EQ(keep()->erased, 1U);
}

TEST_F(KeepHouse, StopsWhenAskedToAndGoesOnTheNextTime) {
    arrive_and_submit();
    days_later(40);
    std::stop_source stopping;
    stopping.request_stop();
    EXPECT_EQ(keep(stopping.get_token()), std::nullopt);
    EXPECT_EQ(hub.store.record().housekeeping, std::nullopt);
    EXPECT_EQ(keep()->erased, 1U);
}

TEST_F(KeepHouse, ErasesAnyNumberInSmallTransactions) {
    for (std::size_t i = 0; i < 2 * kErasedAtATime + 1; ++i)
        hub.add_person("p" + std::to_string(i), "Kim", "Reed", std::nullopt);
    arrive_and_submit();
    days_later(40);
    EXPECT_EQ(keep()->erased, 2 * kErasedAtATime + 2);
}

TEST_F(KeepHouse, ForgetsAnswersAfterTheirDays) {
    const auto keep_answer = [&](const std::string& key) {
        EXPECT_TRUE(hub.store.write_and_wait([&](Transaction& t) {
            return t.remember({key, "hash", 200, "{}", hub.clock.now()});
        }));
    };
    keep_answer("old");
    days_later(1);
    keep_answer("young");
    hub.advance(retention.answers);
    read_schedule();
    ASSERT_TRUE(keep());
    EXPECT_FALSE(hub.store.record().answers.contains("old"));
    EXPECT_TRUE(hub.store.record().answers.contains("young"));
}

TEST_F(KeepHouse, ForgetsASlipAMonthAfterItHasEnded) {
    Slip slip;
    slip.id = domain::SlipId("slip");
    slip.person = ada;
    slip.hash = std::string(64, 'a');
    slip.made_at = hub.clock.now();
    slip.expires_at = hub.clock.now() + 24h;
    ASSERT_TRUE(hub.store.write_and_wait([&](Transaction& t) { return t.put(slip); }));
    days_later(30);
    ASSERT_TRUE(keep());
    EXPECT_EQ(hub.store.record().slips.size(), 1U);
    days_later(2);
    ASSERT_TRUE(keep());
    EXPECT_TRUE(hub.store.record().slips.empty());
}

TEST_F(KeepHouse, AnArrivalSentAgainAfterItsAnswerWasForgottenIsStillNoSecondOne) {
    const auto request = hub.visit("a", ada, {"two"});
    const auto first = hub.send(request);
    days_later(120);
    ASSERT_TRUE(keep());
    EXPECT_EQ(hub.send(request).value(), first.value());
    EXPECT_EQ(hub.events(), 1U);
}

TEST(HousekeepingIsDue, OnceADayAfterClosingAndWhenItIsOverdue) {
    HubRules rules;
    rules.closes_at = std::chrono::hours{18};
    const auto due = [&](const char* last, const char* now) {
        return housekeeping_is_due(Housekeeping{at(last), 0, 0}, at(now), rules);
    };
    EXPECT_TRUE(housekeeping_is_due(std::nullopt, at("2026-11-23T09:00:00Z"), rules)) << "never done";
    EXPECT_FALSE(due("2026-11-22T18:01:00Z", "2026-11-23T17:59:59Z"));
    EXPECT_TRUE(due("2026-11-22T18:01:00Z", "2026-11-23T18:00:00Z"));
    EXPECT_FALSE(due("2026-11-23T18:00:00Z", "2026-11-23T23:00:00Z"));
    EXPECT_TRUE(due("2026-11-20T18:01:00Z", "2026-11-23T09:00:00Z")) << "the server was off";
    EXPECT_TRUE(due("2026-07-01T17:00:00Z", "2026-07-02T17:00:00Z")) << "18:00 in London's summer";
    EXPECT_FALSE(due("2026-07-01T17:00:00Z", "2026-07-02T16:59:59Z"));
    EXPECT_TRUE(due("2030-01-01T00:00:00Z", "2026-11-23T09:00:00Z")) << "by a clock that ran ahead";
}

}  // namespace
}  // namespace server::app
