// Planning a week: what clashes, and how it is planned once more.

#include "server/app/week_plan.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using domain::Session;
using domain::SessionId;
using domain::SessionState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Session session(const std::string& id, std::string_view start, const std::string& room,
                const std::string& facilitator = "") {
    Session one;
    one.id = SessionId(id);
    one.start = at(start);
    one.end = one.start + 1h;
    one.room = room;
    one.title = "Group " + id;
    one.facilitator = facilitator;
    return one;
}

domain::Date day(std::string_view text) {
    return domain::parse_date(text).value();
}

TEST(Clashes, AreTwoAtOnceInOneRoomOrWithOneFacilitator) {
    const std::vector<Session> sessions{session("a", "2026-11-23T10:00:00Z", "Room 1", "Kim"),
                                        session("b", "2026-11-23T10:30:00Z", "room 1"),
                                        session("c", "2026-11-23T10:59:00Z", "Room 2", "kim"),
                                        session("d", "2026-11-23T11:30:00Z", "Room 1")};
    EXPECT_THAT(clashes(sessions), ElementsAre(Clash{SessionId("a"), SessionId("b"), true, false},
                                               Clash{SessionId("a"), SessionId("c"), false, true}));
}

TEST(Clashes, AreNoneWhereOneEndsAsTheOtherBeginsOrOneIsCancelled) {
    std::vector<Session> sessions{session("a", "2026-11-23T10:00:00Z", "Room 1"),
                                  session("b", "2026-11-23T11:00:00Z", "Room 1"),
                                  session("c", "2026-11-23T10:00:00Z", "Room 1")};
    sessions[2].state = SessionState::Cancelled;
    EXPECT_THAT(clashes(sessions), IsEmpty());
}

class CopyTheWeek : public testing::Test {
protected:
    CopyTheWeek() : hub("2026-10-19T09:00:00Z") {}
    base::Result<Added> copy() {
        return hub.run([&](Transaction& t) {
            return copy_week(t, day("2026-10-19"), {"Sam", hub.clock.now(), hub.entropy});
        });
    }
    std::vector<Session> week(std::string_view monday) {
        return hub.run([&](Transaction& t) { return week_from(t, day(monday)); }).value();
    }
    Hub hub;
};

TEST_F(CopyTheWeek, KeepsTheTimeOfTheClockWhereTheClocksChange) {
    hub.put(session("a", "2026-10-20T09:00:00Z", "Room 1"));  // ten o'clock in summer
    EXPECT_EQ(copy().value().added, 1U);
    ASSERT_THAT(week("2026-10-26"), SizeIs(1));
    EXPECT_EQ(domain::london_time(week("2026-10-26").front().start), "10:00");
    EXPECT_EQ(week("2026-10-26").front().start, at("2026-10-27T10:00:00Z"));
    EXPECT_EQ(copy().value().there_already, 1U) << "twice is once";
    EXPECT_THAT(week("2026-10-26"), SizeIs(1));
}

TEST_F(CopyTheWeek, LeavesOutWhatWasCancelledAndForgetsThatItWasMoved) {
    Session cancelled = session("a", "2026-10-20T09:00:00Z", "Room 1");
    cancelled.state = SessionState::Cancelled;
    cancelled.changed_at = hub.clock.now();
    hub.put(cancelled);
    EXPECT_EQ(copy().error().kind, base::ErrorKind::Conflict);
    Session moved = session("b", "2026-10-21T09:00:00Z", "Room 1");
    moved.state = SessionState::Moved;
    moved.changed_at = hub.clock.now();
    moved.was_room = "Room 2";
    hub.put(moved);
    EXPECT_EQ(copy().value().added, 1U);
    const Session copied = week("2026-10-26").front();
    EXPECT_EQ(copied.state, SessionState::Planned);
    EXPECT_EQ(copied.was_room, "");
}

}  // namespace
}  // namespace server::app
