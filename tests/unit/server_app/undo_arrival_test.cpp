#include "server/app/undo_arrival.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::UpdateState;
using protocol::ArrivalResult;

class UndoArrival : public testing::Test {
protected:
    UndoArrival() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
        hub.arrive("a", two);
    }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

TEST_F(UndoArrival, LeavesNothingRecordedAndNothingOwed) {
    EXPECT_TRUE(hub.undo("a"));
    EXPECT_FALSE(hub.record(two).attendance);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
}

TEST_F(UndoArrival, TwiceChangesNothingMore) {
    EXPECT_TRUE(hub.undo("a"));
    const std::size_t events = hub.events();
    hub.advance(1h);
    EXPECT_TRUE(hub.undo("a"));
    EXPECT_EQ(hub.events(), events);
}

TEST_F(UndoArrival, CoversEveryAppointmentOfTheArrival) {
    const auto four = hub.add_appointment("four", ada, "2026-11-23T16:00:00Z");
    const auto five = hub.add_appointment("five", ada, "2026-11-23T17:00:00Z");
    hub.send(hub.visit("b", ada, {"four", "five"}));
    EXPECT_TRUE(hub.undo("b"));
    EXPECT_EQ(hub.update(four)->state, UpdateState::Withdrawn);
    EXPECT_EQ(hub.update(five)->state, UpdateState::Withdrawn);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

TEST_F(UndoArrival, ThenRecordedAgainIsOwedAgainUnderTheSameUpdate) {
    const auto id = hub.update(two)->id;
    EXPECT_TRUE(hub.undo("a"));
    hub.advance(16min);
    EXPECT_EQ(hub.arrive("b", two).result, ArrivalResult::Late);
    EXPECT_EQ(hub.update(two)->id, id);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
    EXPECT_EQ(hub.update(two)->attendance, domain::Attendance::Late);
}

TEST_F(UndoArrival, AfterItWasDraftedWaitsForAPerson) {
    for (const auto state : {UpdateState::Sending, UpdateState::Drafted, UpdateState::Submitted}) {
        Hub other("2026-11-23T14:58:00Z");
        const auto person = other.add_person("p", "P", "Q", std::nullopt);
        const auto one = other.add_appointment("one", person, "2026-11-23T14:00:00Z");
        other.arrive("a", one);
        other.change_update(one, [state](domain::Update& u) { u.state = state; });
        EXPECT_TRUE(other.undo("a"));
        EXPECT_EQ(other.update(one)->state, UpdateState::WaitingForPerson);
        EXPECT_THAT(other.update(one)->why, testing::HasSubstr("taken back"));
    }
}

TEST_F(UndoArrival, IsRefusedAfterTheLimitAtAnotherKioskAndForWhatIsNotThere) {
    EXPECT_EQ(hub.undo("a", "side-door").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.undo("never").error().kind, ErrorKind::NotFound);
    hub.advance(kUndoWithin + 1us);
    EXPECT_EQ(hub.undo("a").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Held);
}

TEST_F(UndoArrival, IsPossibleUntilTheLimit) {
    hub.advance(kUndoWithin);
    EXPECT_TRUE(hub.undo("a"));
}

TEST_F(UndoArrival, OfAJournaledArrivalCountsFromWhenItWasStored) {
    hub.undo("a");
    auto journaled = hub.visit("b", ada, {"two"});
    journaled.recorded_offline = true;
    hub.advance(6h);
    ASSERT_TRUE(hub.send(journaled));
    EXPECT_TRUE(hub.undo("b"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
}

TEST_F(UndoArrival, OfAnUnknownAppointmentIsKeptToo) {
    hub.send(hub.visit("b", ada, {"never-heard-of"}));
    EXPECT_TRUE(hub.undo("b"));
    EXPECT_EQ(hub.store.record().events.back().kind, domain::EventKind::Undone);
}

}  // namespace
}  // namespace server::app
