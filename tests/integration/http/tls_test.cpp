// Who gets through the handshake, and who does not.

#include <thread>

#include "tests/integration/http/door_fixture.h"

namespace tests {
namespace {

using support::TlsClient;

/// What a client sees that is not let in: a refused handshake, or an end instead of a reply.
bool gets_nowhere(std::uint16_t port, const TlsClient::Options& options) {
    TlsClient client(port, options);
    if (!client.shake_hands()) return true;
    return client.ask(heartbeat_request()).status == 0 && client.ended();
}

TEST_F(Door, AKioskOfThisHubIsAnswered) {
    open();
    const auto reply = ask(heartbeat_request());
    EXPECT_EQ(reply.status, 200) << reply.head << reply.body;
    EXPECT_EQ(store_.record().calls.size(), 1u);
}

TEST_F(Door, AClientWithoutACertificateGetsNowhere) {
    open();
    EXPECT_TRUE(gets_nowhere(door_->port(), {}));
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, ACertificateOfAnotherAuthorityGetsNowhereEvenWithTheSameName) {
    open();
    const support::Authority other("Invented Hub CA");
    const auto identity = other.kiosk(kKiosk);
    admit(identity, kKiosk);
    TlsClient::Options options;
    options.identity = identity;
    EXPECT_TRUE(gets_nowhere(door_->port(), options));
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, AnUnknownOrRevokedCertificateOfThisHubGetsNowhere) {
    open();
    TlsClient::Options options;
    options.identity = authority_.kiosk("never-added");
    EXPECT_TRUE(gets_nowhere(door_->port(), options));
    revoke_all();
    options.identity = kiosk_identity_;
    EXPECT_TRUE(gets_nowhere(door_->port(), options));
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, AKioskThatIsRevokedLaterGetsNoFurtherAnswerOnItsOpenConnection) {
    open();
    const auto client = kiosk();
    EXPECT_EQ(client->ask(find_request()).status, 200);
    revoke_all();
    EXPECT_EQ(client->ask(arrival_request()).status, 0);
    EXPECT_TRUE(client->ended());
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, ACertificateIsJudgedByTheServersClock) {
    open();
    const support::Validity november{base::parse_instant("2026-11-01T00:00:00Z").value(),
                                     base::parse_instant("2026-12-01T00:00:00Z").value()};
    TlsClient::Options options;
    options.identity = authority_.kiosk("back-door", november);
    admit(*options.identity, "back-door");
    EXPECT_FALSE(gets_nowhere(door_->port(), options));
    clock_.set(base::parse_instant("2026-12-01T00:00:01Z").value());
    EXPECT_TRUE(gets_nowhere(door_->port(), options));
    clock_.set(base::parse_instant("2026-10-31T23:59:59Z").value());
    EXPECT_TRUE(gets_nowhere(door_->port(), options));
}

TEST_F(Door, TlsBefore13GetsNowhere) {
    open();
    TlsClient::Options options;
    options.identity = kiosk_identity_;
    options.old_tls = true;
    TlsClient client(door_->port(), options);
    EXPECT_FALSE(client.shake_hands());
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, AServersCertificateIsNoKiosks) {
    open();
    TlsClient::Options options;
    options.identity = authority_.server("hub");
    admit(*options.identity, kKiosk);
    EXPECT_TRUE(gets_nowhere(door_->port(), options));
}

TEST_F(Door, PlainTextGetsNowhere) {
    open();
    TlsClient client(door_->port(), {});
    client.send_in_clear(heartbeat_request());
    EXPECT_FALSE(client.shake_hands());
    EXPECT_TRUE(nothing_changed());
}

TEST_F(Door, AnUnusableCertificateIsToldWhenTheDoorOpens) {
    server::http::KioskDoor door({"no/such/server.pem", "no/such/server.key", "no/such/ca.pem"}, {},
                                 {store_, clock_, {}, {}, {}});
    const auto opened = door.start("127.0.0.1", 0);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().message,
              "no/such/server.pem is not a readable certificate (PEM): make one with hubctl init");
}

TEST_F(Door, APortInUseIsToldWhenTheDoorOpens) {
    open();
    const auto taken = door_->port();
    const auto first = std::move(door_);
    const auto again = start(taken);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, base::ErrorKind::Unavailable);
    EXPECT_NE(again.error().message.find("is another server running"), std::string::npos);
}

TEST_F(Door, StopsWhileConnectionsAreOpenAndAnswersWhatIsUnderWay) {
    server::http::Limits limits;
    limits.linger = std::chrono::milliseconds(50);
    open(limits);
    const auto silent = kiosk();
    const auto asking = kiosk();
    store_.hold_writes();
    ASSERT_TRUE(asking->send(heartbeat_request()));
    store_.wait_for_held_writes(1);
    std::thread stopping([this] { door_->stop(); });
    EXPECT_TRUE(silent->ended());
    store_.release_writes();
    EXPECT_EQ(asking->read_reply().value_or(support::HttpReply{}).status, 200);
    EXPECT_TRUE(asking->ended());
    stopping.join();
    EXPECT_EQ(door_->connections(), 0u);
}

}  // namespace
}  // namespace tests
