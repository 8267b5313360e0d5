// What is owed follows the schedule as the sync reads it.

#include <gtest/gtest.h>

#include "server/app/record_arrival.h"
#include "server/app/sync_schedule.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"
#include "tests/unit/schedule_sync/fake_schedule.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;
using domain::UpdateState;
using schedule::FakeSchedule;
using schedule::uuid;

class Following : public testing::Test {
protected:
    Following() {
        referral_ = case_system_.add(1);
        case_system_.book(referral_, 100, two_);
        sync(two_ - 5h);
        arrive(two_ - 10min);
    }
    void sync(base::Instant now) { ASSERT_TRUE(sync_.run(SyncExtent::Everything, now)); }
    std::vector<CaseAppointment>& sessions() { return case_system_.entries[referral_].sessions; }
    domain::Update update() { return store_.record().updates.begin()->second; }

    const base::Instant two_ = base::parse_instant("2026-11-23T14:00:00Z").value();
    FakeSchedule case_system_;
    domain::ReferralId referral_;
    support::MemoryStore store_;
    support::SeededEntropy entropy_{11};
    ScheduleSync sync_{case_system_, store_, entropy_,
                       SyncSettings{{domain::ContractRef("OURS")}, {{"1 Any Street", "M1 1AA"}}}};

private:
    void arrive(base::Instant when) {
        const domain::AppointmentId appointment(uuid(100));
        protocol::ArrivalRequest request;
        request.arrival = domain::ArrivalId("arrival");
        request.person = store_.record().appointments.at(appointment).person;
        request.appointments = {appointment};
        request.first_touch = {when, "boot", 1h};
        request.run_began = request.told = request.first_touch;
        const domain::Calendar calendar;
        ASSERT_TRUE(store_.write_and_wait([&](Transaction& transaction) -> base::Done {
            TRY(record_arrival(transaction, domain::KioskId("front"), request,
                               {{when, domain::ClockState::Sure}, {}, calendar, entropy_}));
            return {};
        }));
    }
};

TEST_F(Following, ACancelledSessionThatIsListedAgainIsSentAfterAll) {
    ASSERT_EQ(update().state, UpdateState::Held);
    const auto listed = sessions();
    sessions().clear();
    sync(two_);
    EXPECT_EQ(update().state, UpdateState::WaitingForPerson);
    sessions() = listed;
    sync(two_ + 10min);
    EXPECT_EQ(update().state, UpdateState::Held);
    EXPECT_EQ(update().hold_until, two_ + 1h);
}

TEST_F(Following, WhoeverCameAfterTheDayOnWhichTheirReferralEndedIsLeftToAPerson) {
    case_system_.entries[referral_].referral.ended_at = two_ - 24h;
    sync(two_);
    EXPECT_EQ(update().state, UpdateState::WaitingForPerson);
}

TEST_F(Following, WhoeverCameOnTheDayOnWhichTheirReferralEndedHasAttended) {
    case_system_.entries[referral_].referral.ended_at = two_ - 1h;
    sync(two_);
    EXPECT_EQ(update().state, UpdateState::Held);
}

TEST_F(Following, ALaterStartIsHeldLonger) {
    sessions().front().appointment.start = two_ + 2h;
    sync(two_);
    EXPECT_EQ(update().state, UpdateState::Held);
    EXPECT_EQ(update().hold_until, two_ + 3h);
    EXPECT_EQ(update().start, two_ + 2h);
}

TEST_F(Following, AnEarlierStartMakesNobodyLateByItself) {
    sessions().front().appointment.start = two_ - 1h;
    sync(two_);
    EXPECT_EQ(update().state, UpdateState::WaitingForPerson);
    EXPECT_EQ(update().attendance, domain::Attendance::Yes);
}

}  // namespace
