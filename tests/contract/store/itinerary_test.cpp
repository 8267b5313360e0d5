#include "tests/contract/store/store_contract.h"
#include "tests/support/protocol/sample_messages.h"

namespace store_contract {
namespace {

using domain::Session;
using domain::SessionId;
using server::app::ItineraryAct;
using server::app::ItineraryChange;

const SessionId kFirst("7a0c2a1e-0000-7000-8000-000000000101");
const SessionId kSecond("7a0c2a1e-0000-7000-8000-000000000102");

Session session(const SessionId& id, base::Instant start) {
    Session one;
    one.id = id;
    one.start = start;
    one.end = start + hours{1};
    one.room = "Room 2";
    one.title = "Group B";
    return one;
}

ItineraryChange change(const std::string& id, const SessionId& of, base::Instant at) {
    return {id, at, of, ItineraryAct::Added, "Sam"};
}

template <class Kind>
class StoreOfItinerary : public StoreContract<Kind> {
protected:
    Done keep(const ItineraryChange& change) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(change); });
    }
    std::vector<Session> between(base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.sessions_between(from, to); }).value();
    }
};
TYPED_TEST_SUITE(StoreOfItinerary, Kinds);

TYPED_TEST(StoreOfItinerary, GivesBackEveryFieldOfASession) {
    Session one = support::sample_session();
    one.id = kFirst;
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([&](View& view) { return view.session(kFirst); }).value(), one);
    one = session(kFirst, sample::start());
    ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([&](View& view) { return view.session(kFirst); }).value(), one);
    EXPECT_EQ(this->ask([&](View& view) { return view.session(kSecond); }).error().kind, ErrorKind::NotFound);
}

TYPED_TEST(StoreOfItinerary, TellsWhatStartsWithinATimeByStart) {
    const base::Instant start = sample::start();
    const Session late = session(kFirst, start + hours{2});
    const Session early = session(kSecond, start);
    ASSERT_TRUE(this->put(late));
    ASSERT_TRUE(this->put(early));
    EXPECT_EQ(this->between(start, start + hours{3}), (std::vector<Session>{early, late}));
    EXPECT_EQ(this->between(start, start + hours{2}), std::vector<Session>{early});
    EXPECT_EQ(this->between(start + minutes{1}, start + hours{2}), std::vector<Session>{});
}

TYPED_TEST(StoreOfItinerary, TellsOfWhatWasMovedAwayToo) {
    Session moved = session(kFirst, sample::start() + hours{48});
    moved.state = domain::SessionState::Moved;
    moved.was_start = sample::start();
    ASSERT_TRUE(this->put(moved));
    EXPECT_EQ(this->between(sample::start(), sample::start() + hours{1}), std::vector<Session>{moved});
    EXPECT_EQ(this->between(sample::start(), sample::start() + hours{72}), std::vector<Session>{moved});
}

TYPED_TEST(StoreOfItinerary, KeepsWhoChangedWhatAndKnowsTheNewest) {
    EXPECT_EQ(this->ask([](View& view) { return view.newest_itinerary_change(); }).value(), "");
    ASSERT_TRUE(this->put(session(kFirst, sample::start())));
    const auto first = change("7a0c2a1e-0000-7000-8000-0000000000f2", kFirst, sample::start());
    // Of two clocks the second may run behind: the order is that of storing.
    auto second = change("7a0c2a1e-0000-7000-8000-0000000000f1", kFirst, sample::start() - minutes{1});
    second.act = ItineraryAct::Cancelled;
    ASSERT_TRUE(this->keep(first));
    ASSERT_TRUE(this->keep(second));
    EXPECT_EQ(this->ask([](View& view) { return view.newest_itinerary_change(); }).value(), second.id);
    const auto all = this->ask([&](View& view) {
        return view.itinerary_changes_between(sample::start() - hours{1}, sample::start() + hours{1});
    });
    EXPECT_EQ(all.value(), (std::vector<ItineraryChange>{first, second}));
    const auto before = this->ask([&](View& view) {
        return view.itinerary_changes_between(sample::start() - hours{1}, sample::start());
    });
    EXPECT_EQ(before.value(), std::vector<ItineraryChange>{second});
}

TYPED_TEST(StoreOfItinerary, TakesAChangeOnceAndOnlyOfASessionThatIsThere) {
    const auto one = change("7a0c2a1e-0000-7000-8000-0000000000f1", kFirst, sample::start());
    EXPECT_EQ(this->keep(one).error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(this->put(session(kFirst, sample::start())));
    ASSERT_TRUE(this->keep(one));
    EXPECT_EQ(this->keep(one).error().kind, ErrorKind::Conflict);
}

}  // namespace
}  // namespace store_contract
