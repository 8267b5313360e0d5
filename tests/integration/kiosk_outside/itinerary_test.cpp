#include "tests/integration/kiosk_outside/outside_fixture.h"
#include "tests/support/protocol/sample_messages.h"

// What is on at the hub, on its way to the kiosk's screen.
namespace outside_test {
namespace {

using app::event::ItineraryArrived;
using app::event::ItineraryRemembered;
using app::event::ItineraryStands;
using kiosk::runtime::kItineraryAskedEvery;

const std::string kItinerary = protocol::kItineraryPath;
const std::string kVersion = protocol::kItineraryVersionPath;

protocol::Itinerary newer() {
    protocol::Itinerary itinerary = support::sample_itinerary();
    itinerary.version = "2026-11-23.newer";
    itinerary.as_of += std::chrono::minutes{10};
    itinerary.sessions.pop_back();
    return itinerary;
}

class ItineraryOutside : public OutsideTest {
protected:
    /// Somebody at the server changes what is on.
    void change() {
        hub_.say_always(
            kVersion,
            Said::json(200, protocol::encode(protocol::ItineraryVersion{newer().version, newer().as_of})));
        hub_.say_always(kItinerary, Said::json(200, protocol::encode(newer())));
    }
};

TEST_F(ItineraryOutside, IsFetchedWhenTheServerIsFound) {
    start();
    ASSERT_EQ(count<ItineraryArrived>(), 1U);
    EXPECT_EQ(last<ItineraryArrived>()->itinerary, support::sample_itinerary());
}

TEST_F(ItineraryOutside, IsFetchedAgainOnlyWhenItHasChanged) {
    start();
    pass(kItineraryAskedEvery);
    EXPECT_EQ(hub_.seen(kVersion).size(), 2U);
    EXPECT_EQ(hub_.seen(kItinerary).size(), 1U);
    change();
    pass(kItineraryAskedEvery);
    EXPECT_EQ(hub_.seen(kItinerary).size(), 2U);
    EXPECT_EQ(last<ItineraryArrived>()->itinerary, newer());
}

TEST_F(ItineraryOutside, AChangeIsThereWithTheNextQuestion) {
    start();
    pass(kItineraryAskedEvery);
    change();
    pass(kItineraryAskedEvery);
    EXPECT_EQ(last<ItineraryArrived>()->itinerary, newer());
}

TEST_F(ItineraryOutside, OfAnEarlierRunIsThereWithoutTheServer) {
    start();
    stop();
    hub_.stop();
    events_.clear();
    start();
    ASSERT_NE(last<ItineraryRemembered>(), nullptr);
    EXPECT_EQ(last<ItineraryRemembered>()->itinerary, support::sample_itinerary());
    EXPECT_EQ(count<ItineraryArrived>(), 0U);
}

TEST_F(ItineraryOutside, SaysUntilWhenItWasRightOnceTheServerIsAway) {
    start();
    change();
    pass(kItineraryAskedEvery);
    const protocol::ItineraryVersion later{newer().version, newer().as_of + std::chrono::minutes{5}};
    hub_.say_always(kVersion, Said::json(200, protocol::encode(later)));
    pass(kItineraryAskedEvery);
    hub_.stop();
    pass(kiosk::runtime::kHeartbeatEvery);
    ASSERT_NE(last<ItineraryStands>(), nullptr);
    EXPECT_EQ(last<ItineraryStands>()->as_of, later.as_of);
}

TEST_F(ItineraryOutside, AHostileAnswerChangesNothing) {
    start();
    std::string backwards = protocol::encode(newer());
    backwards.replace(backwards.find("15:00"), 5, "17:00");
    std::string hidden = protocol::encode(newer());
    hidden.replace(hidden.find("Cooking"), 7, "\u202E");
    hub_.say_always(kVersion, Said::json(200, protocol::encode(protocol::ItineraryVersion{"v9", {}})));
    for (const Said& said :
         {Said::json(200, backwards), Said::json(200, hidden), Said::json(200, std::string(10'000'000, ' ')),
          Said::json(200, "{}"), Said::json(404, "{}"), Said::json(200, std::string(30'000, '[')),
          Said{"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", Said::Then::Close}}) {
        hub_.say_once(kItinerary, said);
        pass(kItineraryAskedEvery);
        EXPECT_EQ(count<ItineraryArrived>(), 1U);
    }
    for (const Said& said : {Said::json(200, "{\"version\":7}"), Said::json(500, "<html>")}) {
        hub_.say_once(kVersion, said);
        pass(kItineraryAskedEvery);
        EXPECT_EQ(count<ItineraryArrived>(), 1U);
    }
    ASSERT_NE(last<ItineraryStands>(), nullptr);
    EXPECT_FALSE(last<ItineraryStands>()->is_newest) << "it says from when it is";
    hub_.say_always(kItinerary, Said::json(404, "{}"));
    stop();
    events_.clear();
    start();
    EXPECT_EQ(last<ItineraryRemembered>()->itinerary, support::sample_itinerary());
}

TEST_F(ItineraryOutside, AChangeIsAskedForThreeSecondsAfterTheLastQuestionHoweverLongItsAnswerTook) {
    start();
    const auto asked = clock_.boot_time();
    EXPECT_LE(outside_->next_due(), asked + kItineraryAskedEvery);
}

TEST_F(ItineraryOutside, SaysFromWhenItIsWhileOnlyThatQuestionFailsAndNoLonger) {
    start();
    hub_.say_always(kVersion, Said::json(500, "{}"));
    pass(kItineraryAskedEvery);
    EXPECT_EQ(count<ItineraryStands>(), 0U) << "one answer may be lost";
    pass(kItineraryAskedEvery);
    ASSERT_EQ(count<ItineraryStands>(), 1U);
    EXPECT_FALSE(last<ItineraryStands>()->is_newest);
    EXPECT_EQ(last<ItineraryStands>()->as_of, support::sample_itinerary().as_of);
    hub_.as_usual(kVersion);
    pass(kItineraryAskedEvery);
    ASSERT_EQ(count<ItineraryStands>(), 2U);
    EXPECT_TRUE(last<ItineraryStands>()->is_newest);
}

TEST_F(ItineraryOutside, IsAskedForWhileAServerWithoutOneAnswersEverythingElse) {
    hub_.say_always(kVersion, Said::json(404, "{}"));
    start();
    EXPECT_EQ(count<app::event::ServerFound>(), 1U);
    pass(kItineraryAskedEvery);
    EXPECT_EQ(count<app::event::ServerLost>(), 0U);
    EXPECT_EQ(hub_.seen(kVersion).size(), 2U);
}

}  // namespace
}  // namespace outside_test
