#include "tests/integration/kiosk_outside/outside_fixture.h"

namespace outside_test {
namespace {

TEST_F(OutsideTest, WhatIsRefusedForGoodIsKeptAndCountedInTheBeat) {
    start();
    hub_.say_once(kArrivals, Said::json(422, "{}"));
    const domain::ArrivalId refused = keep_arrival();
    ASSERT_NE(last<app::event::ArrivalRefused>(), nullptr);
    EXPECT_EQ(last<app::event::ArrivalRefused>()->arrival, refused);
    keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U) << "others are not held up";
    for (int i = 0; i < 30; ++i) pass(std::chrono::minutes{1});
    EXPECT_EQ(hub_.seen(kArrivals).size(), 2U);
    EXPECT_EQ(last_heartbeat().journal_waiting, 1U);
    EXPECT_EQ(last_heartbeat().arrivals_refused, 1U);
    EXPECT_EQ(last_heartbeat().arrivals_waiting, 0U) << "it is not on its way any more";
    stop();
    EXPECT_EQ(journaled()[0].state, RecordState::NeedsPerson);
    const std::size_t beats = hub_.seen(kHeartbeat).size();
    start();
    const auto first = protocol::decode_heartbeat(hub_.seen(kHeartbeat).at(beats).body).value();
    EXPECT_EQ(first.arrivals_refused, std::nullopt) << "the journal was not read yet: zero would be untrue";
    EXPECT_GE(first.arrivals_waiting, 1U);
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(last_heartbeat().journal_waiting, 1U) << "also after a restart";
    EXPECT_EQ(last_heartbeat().arrivals_refused, 1U);
    EXPECT_EQ(last_heartbeat().arrivals_waiting, 0U);
}

TEST_F(OutsideTest, ACallThatWaitsOrWasRefusedIsNoArrivalInTheBeat) {
    start();
    hub_.say_once(protocol::kCallsPath, Said::json(422, "{}"));
    perform(app::effect::CallReception{protocol::CallCause::Asked, "en", 1});
    hub_.say_always(protocol::kCallsPath, Said::json(500, "{}"));
    perform(app::effect::CallReception{protocol::CallCause::Asked, "en", 1});
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(last_heartbeat().journal_waiting, 2U);
    EXPECT_EQ(last_heartbeat().arrivals_waiting, 0U);
    EXPECT_EQ(last_heartbeat().arrivals_refused, 0U);
}

TEST_F(OutsideTest, WhatMayPassIsTriedAgainForEver) {
    start();
    for (const int status : {301, 401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 507}) {
        hub_.say_always(kArrivals, Said::json(status, "{}"));
        const std::size_t answered = count<app::event::ArrivalAnswered>();
        keep_arrival();
        for (int i = 0; i < 10; ++i) pass(std::chrono::minutes{2});
        EXPECT_EQ(count<app::event::ArrivalRefused>(), 0U) << status;
        hub_.as_usual(kArrivals);
        pass(std::chrono::minutes{2});
        EXPECT_EQ(count<app::event::ArrivalAnswered>(), answered + 1) << status;
    }
}

TEST_F(OutsideTest, ABusyServerIsGivenTheTimeItAsksFor) {
    start();
    hub_.say_once(kArrivals, Said::json(503, "{}", "Retry-After: 30\r\n"));
    keep_arrival();
    pass(std::chrono::seconds{29});
    EXPECT_EQ(hub_.seen(kArrivals).size(), 1U);
    pass(std::chrono::seconds{2});
    EXPECT_EQ(hub_.seen(kArrivals).size(), 2U);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 1U);
}

TEST_F(OutsideTest, OneRecordTheServerStumblesOverDoesNotHoldUpTheRest) {
    start();
    hub_.stop();
    for (int i = 0; i < 3; ++i) keep_arrival();
    hub_.start();
    hub_.say_once(kArrivals, Said::json(500, "{}"));
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 2U);
    pass(std::chrono::minutes{2});
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 3U);
}

TEST_F(OutsideTest, AnUndoNeverOvertakesItsArrival) {
    start();
    hub_.say_once(kArrivals, Said::json(500, "{}"));
    const domain::ArrivalId arrival = keep_arrival();
    perform(app::effect::KeepUndo{arrival, clocks(), clocks()});
    EXPECT_TRUE(hub_.seen(protocol::undo_path(arrival)).empty());
    pass(std::chrono::minutes{2});
    ASSERT_EQ(hub_.seen(protocol::undo_path(arrival)).size(), 1U);
    EXPECT_EQ(hub_.stored().size(), 2U);
}

TEST_F(OutsideTest, AnAnswerThatIsNotOneIsNoAcceptance) {
    start();
    for (const char* body : {"", "{}", "[]", "{\"arrival\":7}", "\xff\xfe", "{\"arrival\":"}) {
        const std::size_t answered = count<app::event::ArrivalAnswered>();
        hub_.say_once(kArrivals, Said::json(200, body));
        keep_arrival();
        EXPECT_EQ(count<app::event::ArrivalAnswered>(), answered) << body;
        pass(std::chrono::minutes{2});
        EXPECT_EQ(count<app::event::ArrivalAnswered>(), answered + 1) << body;
    }
}

TEST_F(OutsideTest, AnAnswerAboutAnotherArrivalIsNoAcceptance) {
    start();
    protocol::ArrivalReply other;
    other.arrival = domain::ArrivalId("0b9d8c3e-6f0a-4f0e-9a43-0a4f3f1e2d3c");
    hub_.say_once(kArrivals, Said::json(200, protocol::encode(other)));
    keep_arrival();
    EXPECT_EQ(count<app::event::ArrivalAnswered>(), 0U);
}

}  // namespace
}  // namespace outside_test
