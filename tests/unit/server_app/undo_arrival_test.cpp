#include "server/app/undo_arrival.h"

#include "server/app/answer_once.h"
#include "server/app/decide.h"
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

TEST_F(UndoArrival, CountsByTheKiosksClockHoweverLateItIsSent) {
    const auto request = hub.taken_back("a", kUndoWithin);
    hub.advance(6h);
    EXPECT_TRUE(hub.undo(request));
    EXPECT_FALSE(hub.record(two).attendance);
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
}

TEST_F(UndoArrival, ThatIsProvenButComesAfterTheSubmitWaitsForAPerson) {
    const auto request = hub.taken_back("a");
    hub.advance(6h);
    hub.change_update(two, [](domain::Update& u) {
        u.state = UpdateState::Submitted;
        u.submitted_at = u.deadline;
    });
    EXPECT_TRUE(hub.undo(request));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
}

TEST_F(UndoArrival, ThatProvesNothingIsKeptAndLeftToAPerson) {
    auto too_late = hub.taken_back("a", kUndoWithin + 1us);
    auto another_boot = hub.taken_back("a");
    another_boot.taken_back.boot_id = "another-boot";
    auto backwards = hub.taken_back("a", -1us);
    for (const auto& request : {too_late, another_boot, backwards}) {
        Hub other("2026-11-23T13:50:00Z");
        const auto person = other.add_person("p", "P", "Q", std::nullopt);
        const auto one = other.add_appointment("one", person, "2026-11-23T14:00:00Z");
        other.arrive("a", one);
        ASSERT_TRUE(other.undo(request));
        EXPECT_EQ(other.record(one).attendance, domain::Attendance::Yes);
        EXPECT_TRUE(other.record(one).time_waits_for_person);
        EXPECT_EQ(other.update(one)->state, UpdateState::WaitingForPerson);
        EXPECT_THAT(other.update(one)->why, testing::HasSubstr("took the check-in back"));
        const std::size_t events = other.events();
        EXPECT_TRUE(other.undo(request));
        EXPECT_EQ(other.events(), events) << "once is enough";
    }
}

TEST_F(UndoArrival, AtAnotherKioskIsLeftToAPersonToo) {
    EXPECT_TRUE(hub.undo(hub.taken_back("a"), "side-door"));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    EXPECT_EQ(hub.store.record().events.back().actor, "kiosk side-door");
}

TEST_F(UndoArrival, LeftToAPersonAfterTheSubmitIsDoneWhenTheTimeIsSettled) {
    hub.advance(80min);
    hub.change_update(two, [&](domain::Update& u) {
        u.state = UpdateState::Submitted;
        u.submitted_at = hub.clock.now();
    });
    ASSERT_TRUE(hub.undo(hub.taken_back("a", 10min)));
    EXPECT_EQ(hub.update(two)->state, UpdateState::WaitingForPerson);
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return settle_time(t, {two.id, "R. Porter", "they stayed"}, at("2026-11-23T13:50:00Z"),
                           hub.occasion());
    }));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Submitted);
    EXPECT_EQ(hub.update(two)->why, "");
}

TEST_F(UndoArrival, OfAnArrivalTheHubWasNeverToldOfIsNotFound) {
    EXPECT_EQ(hub.undo("never").error().kind, ErrorKind::NotFound);
}

TEST_F(UndoArrival, OfSomebodyWhoWasInAlreadyTakesNothingBack) {
    const StoredAnswer answered{"again", "hash", 200, "{}", {}};
    ASSERT_TRUE(hub.store.write_and_wait([&](Transaction& t) { return t.remember(answered); }));
    EXPECT_TRUE(hub.undo("again"));
    EXPECT_EQ(hub.record(two).attendance, domain::Attendance::Yes);
    EXPECT_EQ(hub.events(), 1U);
}

TEST_F(UndoArrival, OfAJournaledArrivalTakesItBack) {
    hub.undo("a");
    auto journaled = hub.visit("b", ada, {"two"});
    journaled.recorded_offline = true;
    const auto request = hub.taken_back("b");
    hub.advance(6h);
    ASSERT_TRUE(hub.send(journaled));
    EXPECT_TRUE(hub.undo(request));
    EXPECT_EQ(hub.update(two)->state, UpdateState::Withdrawn);
}

TEST_F(UndoArrival, OfAnUnknownAppointmentIsKeptToo) {
    hub.send(hub.visit("b", ada, {"never-heard-of"}));
    EXPECT_TRUE(hub.undo("b"));
    EXPECT_EQ(hub.store.record().events.back().kind, domain::EventKind::Undone);
}

}  // namespace
}  // namespace server::app
