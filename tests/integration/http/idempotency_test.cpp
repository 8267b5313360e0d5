// The same request again, however it comes about, is answered as the first time and changes nothing more.

#include "shared/protocol/json.h"
#include "shared/protocol/sending.h"
#include "tests/integration/http/door_fixture.h"
#include "tests/support/protocol/sample_messages.h"

namespace tests {
namespace {

std::string arrival_in(const std::string& language, const std::string& key = kArrivalKey) {
    auto request = support::sample_arrival_request();
    request.arrival = domain::ArrivalId(key);
    request.language = language;
    const std::string headers = std::string(kJson) + "Idempotency-Key: " + key + "\r\nKiosk-Sending: " +
                                protocol::to_header({support::sample_heartbeat().told, false}) + "\r\n";
    return support::http_request("POST", "/v1/arrivals", headers, protocol::encode(request));
}

TEST_F(Door, ARepeatGetsTheFirstAnswerAndLeavesNoSecondTrace) {
    open();
    const auto first = ask(arrival_in("en"));
    const auto again = ask(arrival_in("en"));
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(store_.record().calls.size(), 1u);
}

TEST_F(Door, ARepeatMayTellOtherClocks) {
    open();
    EXPECT_EQ(ask(arrival_in("en")).status, 200);
    std::string later = arrival_in("en");
    const std::size_t at = later.find("since_boot_us=");
    later.replace(at, 15, "since_boot_us=9");
    later.insert(later.find("\r\n", at), ", recorded_offline");
    EXPECT_EQ(ask(later).status, 200);
    EXPECT_EQ(store_.record().calls.size(), 1u);
}

TEST_F(Door, TheSameKeyWithAnotherBodyOrPathIs422AndChangesNothing) {
    open();
    EXPECT_EQ(ask(arrival_in("en")).status, 200);
    const auto refused = ask(arrival_in("cy"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(protocol::decode_problem(refused.body).value().type, "/problems/key-reused");
    const domain::DeviceTime clocks = support::sample_heartbeat().told;
    const std::string undo =
        support::http_request("POST", std::string("/v1/arrivals/") + kArrivalKey + "/undo",
                              std::string(kJson) + "Idempotency-Key: " + kArrivalKey + "\r\n",
                              protocol::encode(protocol::UndoRequest{{}, clocks, clocks}));
    EXPECT_EQ(ask(undo).status, 422);
    EXPECT_EQ(store_.record().calls.size(), 1u);
    EXPECT_EQ(store_.record().answers.size(), 1u);
}

TEST_F(Door, AKioskEnrolledAnewUnderAnotherNameGetsTheFirstAnswer) {
    open();
    const auto back = authority_.kiosk("back-door");
    admit(back, "back-door");
    const auto first = ask(arrival_in("en"));
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(client(back)->ask(arrival_in("en")).body, first.body);
    EXPECT_EQ(client(back)->ask(arrival_in("cy")).status, 422);
    EXPECT_EQ(store_.record().calls.size(), 1u);
}

TEST_F(Door, TheSameRequestWhileTheFirstIsUnderWayIs409AndSaysWhenToComeAgain) {
    open();
    store_.hold_writes();
    const auto first = kiosk();
    ASSERT_TRUE(first->send(arrival_in("en")));
    store_.wait_for_held_writes(1);
    const auto second = ask(arrival_in("en"));
    EXPECT_EQ(second.status, 409);
    EXPECT_EQ(protocol::decode_problem(second.body).value().type, "/problems/in-flight");
    EXPECT_EQ(second.header("Retry-After"), "2");
    store_.release_writes();
    EXPECT_EQ(first->read_reply().value_or(support::HttpReply{}).status, 200);
    EXPECT_EQ(ask(arrival_in("en")).status, 200);
    EXPECT_EQ(store_.record().calls.size(), 1u);
}

TEST_F(Door, AnswersOnlyAfterTheCommit) {
    open();
    store_.hold_writes();
    const auto client = kiosk();
    ASSERT_TRUE(client->send(arrival_in("en")));
    store_.wait_for_held_writes(1);
    EXPECT_FALSE(client->ended(std::chrono::milliseconds(50)));
    EXPECT_TRUE(nothing_changed());
    store_.release_writes();
    EXPECT_EQ(client->read_reply().value_or(support::HttpReply{}).status, 200);
}

TEST_F(Door, WhatFailedLeavesNothingAndMayBeTriedAgain) {
    open();
    EXPECT_EQ(ask(arrival_in("xx")).status, 404);
    EXPECT_TRUE(nothing_changed());
    EXPECT_EQ(ask(arrival_in("xx")).status, 404);
    EXPECT_EQ(ask(arrival_in("en")).status, 200);
}

TEST_F(Door, AClientThatLeavesBeforeItsAnswerLeavesTheRecordWhole) {
    open();
    store_.hold_writes();
    {
        const auto leaving = kiosk();
        ASSERT_TRUE(leaving->send(arrival_in("en")));
        store_.wait_for_held_writes(1);
    }
    store_.release_writes();
    EXPECT_EQ(ask(arrival_in("en")).status, 200);
    EXPECT_EQ(store_.record().calls.size(), 1u);
}

}  // namespace
}  // namespace tests
