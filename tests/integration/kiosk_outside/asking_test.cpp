#include "tests/integration/kiosk_outside/outside_fixture.h"

namespace outside_test {
namespace {

app::effect::Find find_somebody(std::uint64_t search = 1) {
    protocol::FindRequest request;
    request.query = domain::PersonQuery{{7, 11}, 'L', std::nullopt};
    return {search, request};
}

TEST_F(OutsideTest, ASearchIsAnswered) {
    start();
    perform(find_somebody());
    ASSERT_NE(last<app::event::FindAnswered>(), nullptr);
    EXPECT_TRUE(last<app::event::FindAnswered>()->reply);
}

TEST_F(OutsideTest, ASearchWhileTheServerIsAwayIsAnsweredAtOnceWithNothing) {
    hub_.stop();
    start();
    EXPECT_EQ(count<app::event::ServerLost>(), 1U);
    perform(find_somebody());
    ASSERT_NE(last<app::event::FindAnswered>(), nullptr);
    EXPECT_FALSE(last<app::event::FindAnswered>()->reply);
}

TEST_F(OutsideTest, ASearchWithAHostileAnswerIsAnsweredWithNothing) {
    start();
    const std::vector<Said> hostile = {Said::json(200, "{\"outcome\":\"Found\",\"person\":[]}"),
                                       Said::json(200, std::string(100'000, '[')),
                                       Said::json(200, std::string(10'000'000, ' ')),
                                       {"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", Said::Then::Close},
                                       Said::json(500, "<html>")};
    for (const Said& said : hostile) {
        hub_.say_once(protocol::kFindPath, said);
        const std::size_t answered = count<app::event::FindAnswered>();
        perform(find_somebody());
        EXPECT_EQ(count<app::event::FindAnswered>(), answered + 1);
        EXPECT_FALSE(last<app::event::FindAnswered>()->reply);
        pass(kiosk::runtime::kHeartbeatEvery);  // the server counts as lost until it answers again
    }
}

TEST_F(OutsideTest, EachSearchIsAnsweredByItsNumber) {
    start();
    outside_->perform(find_somebody(7));
    outside_->perform(find_somebody(8));
    settle();
    EXPECT_EQ(count<app::event::FindAnswered>(), 2U);
    perform(find_somebody(9));
    EXPECT_EQ(last<app::event::FindAnswered>()->search, 9U);
}

TEST_F(OutsideTest, TodaysListIsFetchedAndItsVersionTold) {
    start();
    EXPECT_EQ(last_heartbeat().list_version, "");
    perform(app::effect::FetchList{});
    ASSERT_NE(last<app::event::ListArrived>(), nullptr);
    EXPECT_EQ(last<app::event::ListArrived>()->list.version, "v1");
    pass(kiosk::runtime::kHeartbeatEvery);
    EXPECT_EQ(last_heartbeat().list_version, "v1");
}

TEST_F(OutsideTest, AHostileListIsNoList) {
    start();
    hub_.say_once(protocol::kTodayPath, Said::json(200, std::string(10'000'000, ' ')));
    perform(app::effect::FetchList{});
    EXPECT_EQ(count<app::event::ListArrived>(), 0U);
    perform(app::effect::FetchList{});
    EXPECT_EQ(count<app::event::ListArrived>(), 1U);
}

}  // namespace
}  // namespace outside_test
