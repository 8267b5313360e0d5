// Slow, silent and greedy clients meet their limits; honest ones do not notice.

#include <chrono>
#include <thread>

#include "shared/protocol/json.h"
#include "tests/integration/http/door_fixture.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::http::Limits;
using support::TlsClient;

/// Sends the text a byte at a time until the server ends the connection; false when all of it could be sent.
bool is_cut_off_while_trickling(TlsClient& client, const std::string& text) {
    for (const char byte : text) {
        if (!client.send({&byte, 1}) || client.ended(5ms)) return true;
    }
    return false;
}

std::string long_header() {
    return "GET /v1/today HTTP/1.1\r\nHost: hub\r\nX: " + std::string(8'000, 'z');
}

TEST_F(Door, AHeaderThatTricklesIsCutOffAtItsDeadlineHoweverOftenAByteComes) {
    Limits limits;
    limits.request = 300ms;
    limits.idle = 60s;
    open(limits);
    const auto client = kiosk();
    EXPECT_TRUE(is_cut_off_while_trickling(*client, long_header()));
}

TEST_F(Door, ABodyThatTricklesIsCutOffAtItsDeadline) {
    Limits limits;
    limits.request = 300ms;
    open(limits);
    const auto client = kiosk();
    ASSERT_TRUE(client->send("POST /v1/find HTTP/1.1\r\nHost: hub\r\nContent-Length: 60000\r\n" +
                             std::string(kJson) + "\r\n"));
    EXPECT_TRUE(is_cut_off_while_trickling(*client, std::string(60'000, ' ')));
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, AConnectionThatNeverShakesHandsIsCutOff) {
    Limits limits;
    limits.handshake = 200ms;
    open(limits);
    TlsClient silent(door_->port(), {});
    TlsClient trickling(door_->port(), {});
    ASSERT_TRUE(trickling.send_in_clear("\x16"));
    EXPECT_TRUE(silent.ended());
    EXPECT_TRUE(trickling.ended());
}

TEST_F(Door, AnIdleConnectionIsCutOff) {
    Limits limits;
    limits.idle = 200ms;
    open(limits);
    const auto client = kiosk();
    EXPECT_EQ(client->ask(find_request()).status, 200);
    EXPECT_TRUE(client->ended());
}

TEST_F(Door, WaitingForTheRecordIsNotBeingIdle) {
    Limits limits;
    limits.idle = limits.request = limits.reply = 100ms;
    open(limits);
    store_.hold_writes();
    const auto client = kiosk();
    ASSERT_TRUE(client->send(heartbeat_request()));
    store_.wait_for_held_writes(1);
    EXPECT_FALSE(client->ended(300ms));
    store_.release_writes();
    EXPECT_EQ(client->read_reply().value_or(support::HttpReply{}).status, 200);
}

TEST_F(Door, AConnectionsLifeEndsAfterTheReplyUnderWay) {
    open();
    const auto client = kiosk();
    EXPECT_EQ(client->ask(find_request()).header("Connection"), "");
    clock_.advance(2h);
    const auto last = client->ask(find_request());
    EXPECT_EQ(last.status, 200);
    EXPECT_EQ(last.header("Connection"), "close");
    EXPECT_TRUE(client->ended());
}

TEST_F(Door, AnAddressHasItsShareOfConnectionsAndOthersDoNotNotice) {
    Limits limits;
    limits.connections_an_address = 2;
    open(limits);
    const auto first = client(kiosk_identity_, "127.0.0.7");
    auto second = client(kiosk_identity_, "127.0.0.7");
    TlsClient::Options options;
    options.identity = kiosk_identity_;
    options.from_address = "127.0.0.7";
    TlsClient third(door_->port(), options);
    EXPECT_FALSE(third.shake_hands());
    EXPECT_EQ(ask(find_request()).status, 200);
    EXPECT_EQ(second->ask(find_request()).status, 200);
}

TEST_F(Door, AllConnectionsTogetherAreBounded) {
    Limits limits;
    limits.connections = 3;
    open(limits);
    std::vector<std::unique_ptr<TlsClient>> held;
    for (int i = 0; i < 3; ++i) held.push_back(client(kiosk_identity_, "127.0.0." + std::to_string(10 + i)));
    TlsClient::Options options;
    options.identity = kiosk_identity_;
    TlsClient more(door_->port(), options);
    EXPECT_FALSE(more.shake_hands());
    EXPECT_EQ(held.front()->ask(find_request()).status, 200);
}

TEST_F(Door, AKioskBeyondItsShareOfConnectionsIsTold503AndWhenToComeAgain) {
    Limits limits;
    limits.connections_a_holder = 1;
    open(limits);
    const auto first = kiosk();
    EXPECT_EQ(first->ask(find_request()).status, 200);
    const auto second = kiosk();
    const auto refused = second->ask(arrival_request());
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "2");
    EXPECT_TRUE(second->ended());
    EXPECT_TRUE(nothing_changed());
    const auto back = authority_.kiosk("back-door");
    admit(back, "back-door");
    EXPECT_EQ(client(back)->ask(find_request()).status, 200);
}

TEST_F(Door, ABusyHubSays503AndWhenToComeAgain) {
    Limits limits;
    limits.requests = 1;
    open(limits);
    store_.hold_writes();
    const auto first = kiosk();
    ASSERT_TRUE(first->send(heartbeat_request()));
    store_.wait_for_held_writes(1);
    const auto second = kiosk();
    const auto refused = second->ask(arrival_request());
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "2");
    EXPECT_EQ(protocol::decode_problem(refused.body).value().type, "/problems/busy");
    store_.release_writes();
    EXPECT_EQ(first->read_reply().value_or(support::HttpReply{}).status, 200);
    EXPECT_EQ(second->ask(arrival_request()).status, 200);
}

TEST_F(Door, AFullWritersQueueIs503AndTheSameRequestMayComeAgain) {
    open();
    store_.be_full(true);
    EXPECT_EQ(ask(arrival_request()).status, 503);
    EXPECT_TRUE(nothing_changed());
    store_.be_full(false);
    EXPECT_EQ(ask(arrival_request()).status, 200);
}

TEST_F(Door, SlowLooksAtTheRecordFillOnlyTheirOwnQueue) {
    Limits limits;
    limits.read_threads = 1;
    limits.reads_waiting = 1;
    open(limits);
    store_.hold_reads();
    const auto looking = kiosk();
    ASSERT_TRUE(looking->send(find_request()));
    store_.wait_for_held_reads(1);
    const auto waiting = kiosk();
    ASSERT_TRUE(waiting->send(find_request()));
    // Whichever of these comes second finds the one waiting place taken.
    const auto refused = kiosk();
    ASSERT_TRUE(refused->send(find_request()));
    EXPECT_EQ(ask(arrival_request()).status, 200);
    EXPECT_EQ(ask(heartbeat_request()).status, 200);
    store_.release_reads();
    EXPECT_EQ(looking->read_reply().value_or(support::HttpReply{}).status, 200);
    const int one = waiting->read_reply().value_or(support::HttpReply{}).status;
    const int other = refused->read_reply().value_or(support::HttpReply{}).status;
    EXPECT_EQ(one + other, 200 + 503) << one << " and " << other;
}

TEST_F(Door, HonestKiosksAreAnsweredWhileManyTrickleAndThoseAreAllGoneAfterTheDeadline) {
    Limits limits;
    limits.request = 1s;
    limits.connections_a_holder = 64;
    open(limits);
    std::vector<std::unique_ptr<TlsClient>> trickling;
    for (int i = 0; i < 40; ++i) {
        trickling.push_back(client(kiosk_identity_, "127.0.0.9"));
        ASSERT_TRUE(trickling.back()->send("P"));
    }
    const auto honest = kiosk();
    for (int i = 0; i < 20; ++i) EXPECT_EQ(honest->ask(find_request()).status, 200);
    for (const auto& client : trickling) EXPECT_TRUE(is_cut_off_while_trickling(*client, long_header()));
    EXPECT_EQ(honest->ask(find_request()).status, 200);
}

TEST_F(Door, AConnectionGivesItsPlacesBack) {
    Limits limits;
    limits.connections_an_address = 1;
    limits.connections_a_holder = 1;
    open(limits);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(ask(find_request()).status, 200);
        while (door_->connections() > 0) std::this_thread::yield();
    }
}

}  // namespace
}  // namespace tests
