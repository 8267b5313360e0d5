// What is on at the hub: who may change it, what a change leaves behind, and what kiosks are told of it.

#include "server/app/itinerary.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::Session;
using domain::SessionId;
using domain::SessionKind;
using domain::SessionState;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Session session(std::string_view start, SessionKind kind = SessionKind::Group) {
    Session one;
    one.kind = kind;
    one.start = at(start);
    one.end = one.start + 1h;
    one.room = "Room 2";
    one.title = "Group B";
    return one;
}

/// Monday, in winter time.
class ItineraryOfHub : public testing::Test {
protected:
    ItineraryOfHub() : hub("2026-11-23T09:00:00Z") {}

    Editing editing(const std::string& who = "Sam") { return {who, hub.clock.now(), hub.entropy}; }
    base::Result<Added> add(const std::vector<Session>& sessions, const std::string& who = "Sam") {
        return hub.run([&](Transaction& t) { return add_sessions(t, sessions, editing(who)); });
    }
    SessionId add_one(std::string_view start) {
        EXPECT_TRUE(add({session(start)}));
        return hub.store.record().itinerary_changes.back().session;
    }
    template <class UseCase>
    auto ask(UseCase use_case) {
        return hub.run([&](Transaction& t) { return use_case(static_cast<View&>(t)); });
    }
    std::string version() {
        return ask([&](View& v) { return itinerary_version(v, hub.occasion().moment); }).value().version;
    }
    protocol::Itinerary told() {
        return ask([&](View& v) { return itinerary(v, hub.occasion().moment); }).value();
    }
    std::vector<ItineraryChange> changes() { return hub.store.record().itinerary_changes; }

    Hub hub;
};

TEST_F(ItineraryOfHub, KeepsWhoAddedASession) {
    const SessionId id = add_one("2026-11-23T14:00:00Z");
    ASSERT_THAT(changes(), SizeIs(1));
    EXPECT_EQ(changes()[0].who, "Sam");
    EXPECT_EQ(changes()[0].act, ItineraryAct::Added);
    EXPECT_EQ(changes()[0].at, hub.clock.now());
    EXPECT_THAT(told().sessions, SizeIs(1));
    EXPECT_EQ(told().sessions[0].id, id);
}

TEST_F(ItineraryOfHub, IsNotChangedByNobody) {
    const SessionId id = add_one("2026-11-23T14:00:00Z");
    const auto refused = [&](const base::Done& done) {
        EXPECT_EQ(done.error().kind, ErrorKind::InvalidInput);
    };
    EXPECT_EQ(add({session("2026-11-24T14:00:00Z")}, " ").error().kind, ErrorKind::InvalidInput);
    refused(hub.run([&](Transaction& t) { return cancel_session(t, id, editing("")); }));
    refused(hub.run([&](Transaction& t) { return fill_session(t, id, editing("")); }));
    refused(hub.run([&](Transaction& t) { return open_session(t, id, {}, editing("")); }));
    refused(hub.run([&](Transaction& t) {
        return move_session(t, id, at("2026-11-23T15:00:00Z"), at("2026-11-23T16:00:00Z"), "Room 3",
                            editing(""));
    }));
    EXPECT_THAT(changes(), SizeIs(1));
}

TEST_F(ItineraryOfHub, TakesAllSessionsOfAFileOrNone) {
    Session wrong = session("2026-11-24T14:00:00Z");
    wrong.title = "Group for offenders";
    EXPECT_EQ(add({session("2026-11-23T14:00:00Z"), wrong}).error().kind, ErrorKind::InvalidInput);
    EXPECT_THAT(hub.store.record().sessions, IsEmpty());
    EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(ItineraryOfHub, DoesNotTakeTheSameSessionTwice) {
    const std::vector<Session> week{session("2026-11-23T14:00:00Z"), session("2026-11-24T14:00:00Z")};
    ASSERT_TRUE(add(week));
    const Added again = add({week[0], week[1], session("2026-11-25T14:00:00Z")}).value();
    EXPECT_EQ(again.added, 1U);
    EXPECT_EQ(again.there_already, 2U);
    EXPECT_THAT(hub.store.record().sessions, SizeIs(3));
}

TEST_F(ItineraryOfHub, DoesNotBringAMovedSessionBackWhenItsFileIsReadAgain) {
    const Session planned = session("2026-11-23T14:00:00Z");
    const SessionId id = add_one("2026-11-23T14:00:00Z");
    const auto move = [&](const char* start, const char* end, const char* room) {
        return hub.run(
            [&](Transaction& t) { return move_session(t, id, at(start), at(end), room, editing()); });
    };
    ASSERT_TRUE(move("2026-11-23T14:00:00Z", "2026-11-23T15:00:00Z", "Room 3"));
    EXPECT_EQ(add({planned}).value().there_already, 1U) << "moved to another room";
    ASSERT_TRUE(move("2026-11-25T10:00:00Z", "2026-11-25T11:00:00Z", "Room 3"));
    EXPECT_EQ(add({planned}).value().there_already, 1U) << "moved to another day";
    EXPECT_THAT(hub.store.record().sessions, SizeIs(1));
}

TEST_F(ItineraryOfHub, HasRoomForSoManySessionsADayAndSaysSo) {
    std::vector<Session> day;
    for (std::size_t i = 0; i < domain::kSessionsADayMax; ++i) {
        day.push_back(session("2026-11-23T14:00:00Z"));
        day.back().room = "Room " + std::to_string(i);
    }
    ASSERT_TRUE(add(day));
    const auto refused = add({session("2026-11-23T16:00:00Z")});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("2026-11-23 is full"));
    EXPECT_TRUE(add({session("2026-11-24T16:00:00Z")}));
}

TEST_F(ItineraryOfHub, EveryChangeIsKeptAndMakesANewVersion) {
    std::vector<std::string> versions{version()};
    const auto another = [&] {
        EXPECT_THAT(versions, testing::Not(testing::Contains(version())));
        versions.push_back(version());
    };
    const SessionId id = add_one("2026-11-23T14:00:00Z");
    another();
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return move_session(t, id, at("2026-11-23T15:00:00Z"), at("2026-11-23T16:00:00Z"), "Room 3",
                            editing());
    }));
    another();
    EXPECT_EQ(told().sessions[0].was_room, "Room 2");
    ASSERT_TRUE(hub.run([&](Transaction& t) { return fill_session(t, id, editing()); }));
    another();
    EXPECT_EQ(told().sessions[0].state, SessionState::Full);
    ASSERT_TRUE(hub.run([&](Transaction& t) { return open_session(t, id, 2U, editing()); }));
    another();
    EXPECT_EQ(told().sessions[0].places_left, 2U);
    ASSERT_TRUE(hub.run([&](Transaction& t) { return cancel_session(t, id, editing()); }));
    another();
    EXPECT_EQ(told().sessions[0].state, SessionState::Cancelled);
    std::vector<ItineraryAct> acts;
    for (const auto& one : changes()) acts.push_back(one.act);
    EXPECT_THAT(acts, ElementsAre(ItineraryAct::Added, ItineraryAct::Moved, ItineraryAct::Full,
                                  ItineraryAct::Opened, ItineraryAct::Cancelled));
}

TEST_F(ItineraryOfHub, ChangesNothingThatIsNotThere) {
    const SessionId nobodys("7a0c2a1e-0000-7000-8000-000000000101");
    EXPECT_EQ(hub.run([&](Transaction& t) { return cancel_session(t, nobodys, editing()); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(ItineraryOfHub, TellsKiosksTodayAndTheSixDaysAfterIt) {
    for (const char* start :
         {"2026-11-22T14:00:00Z", "2026-11-23T08:00:00Z", "2026-11-29T14:00:00Z", "2026-11-30T14:00:00Z"}) {
        add_one(start);
    }
    std::vector<base::Instant> starts;
    for (const Session& one : told().sessions) starts.push_back(one.start);
    EXPECT_THAT(starts, ElementsAre(at("2026-11-23T08:00:00Z"), at("2026-11-29T14:00:00Z")));
}

TEST_F(ItineraryOfHub, HasAnotherVersionOnAnotherDay) {
    const std::string today = version();
    hub.advance(14h + 59min);
    EXPECT_EQ(version(), today);
    hub.advance(1min);
    EXPECT_NE(version(), today);
}

TEST_F(ItineraryOfHub, SaysWhichKindsEachWeekLacks) {
    const auto weeks = [&] {
        return ask([](View& v) { return lacking(v, domain::parse_date("2026-11-26").value()); }).value();
    };
    ASSERT_THAT(weeks(), SizeIs(2));
    EXPECT_THAT(weeks()[0].kinds, SizeIs(4));
    ASSERT_TRUE(add({session("2026-11-23T14:00:00Z"), session("2026-11-24T14:00:00Z", SessionKind::Family),
                     session("2026-11-27T14:00:00Z", SessionKind::OneToOne),
                     session("2026-11-25T14:00:00Z", SessionKind::Specialist)}));
    ASSERT_THAT(weeks(), SizeIs(1));
    EXPECT_EQ(weeks()[0].monday, domain::parse_date("2026-11-30").value());
}

}  // namespace
}  // namespace server::app
