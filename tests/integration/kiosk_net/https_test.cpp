#include "kiosk/net/https.h"

#include <future>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/tls/authority.h"
#include "tests/support/tls/scripted_server.h"

namespace {

using kiosk::net::Answer;
using kiosk::net::Endpoint;
using kiosk::net::Https;
using kiosk::net::Request;
using support::Authority;
using support::Said;
using support::ScriptedServer;
using support::SeenRequest;

constexpr std::chrono::milliseconds kShort{300};
constexpr std::chrono::milliseconds kLong{10'000};

const Authority& hub() {
    static const Authority authority("hub authority");
    return authority;
}

Endpoint endpoint_for(const std::string& url, const support::Identity& kiosk = hub().kiosk("front-door")) {
    return {url, hub().certificate(), kiosk.certificate, base::Secret(kiosk.key)};
}

Request post(std::chrono::milliseconds time_out = kLong) {
    Request request;
    request.path = "/v1/arrivals";
    request.body = "{\"a\":1}";
    request.idempotency_key = "0b9d8c3e-6f0a-4f0e-9a43-0a4f3f1e2d3c";
    request.sending = "wall=\"x\"";
    request.time_out = time_out;
    request.answer_bytes_max = 1'000;
    return request;
}

base::Result<Answer> ask(Https& https, Request request) {
    auto promise = std::make_shared<std::promise<base::Result<Answer>>>();
    auto future = promise->get_future();
    const auto taken = https.send(std::move(request), [promise](base::Result<Answer> answer) {
        promise->set_value(std::move(answer));
    });
    if (!taken) return tl::unexpected<base::Error>(taken.error());
    return future.get();
}

base::Result<Answer> ask(const Endpoint& endpoint, Request request) {
    auto https = Https::start(endpoint).value();
    return ask(*https, std::move(request));
}

/// The answer to one request that the server has read before it said this.
base::Result<Answer> ask_scripted(const Said& said, std::chrono::milliseconds time_out = kLong) {
    ScriptedServer server(hub().server("hub"), hub().certificate(),
                          [said](const SeenRequest&) { return said; });
    auto answer = ask(endpoint_for(server.url()), post(time_out));
    EXPECT_GE(server.seen().size(), 1U) << (answer ? "" : answer.error().message);
    return answer;
}

class HttpsTest : public testing::Test {};

TEST_F(HttpsTest, SendsTheBodyWithItsKeyAndBringsTheAnswer) {
    ScriptedServer server(hub().server("hub"), hub().certificate(),
                          [](const SeenRequest&) { return Said::json(200, "{\"b\":2}"); });
    const auto answer = ask(endpoint_for(server.url()), post());
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "{\"b\":2}");
    const auto seen = server.seen();
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].method, "POST");
    EXPECT_EQ(seen[0].path, "/v1/arrivals");
    EXPECT_EQ(seen[0].body, "{\"a\":1}");
    EXPECT_EQ(seen[0].header("Content-Type"), "application/json");
    EXPECT_EQ(seen[0].header("Idempotency-Key"), post().idempotency_key);
    EXPECT_EQ(seen[0].header("Kiosk-Sending"), "wall=\"x\"");
}

TEST_F(HttpsTest, KeepsOneConnectionForRequestsAfterOneAnother) {
    ScriptedServer server(hub().server("hub"), hub().certificate(),
                          [](const SeenRequest&) { return Said::json(200, "{}"); });
    auto https = Https::start(endpoint_for(server.url())).value();
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(ask(*https, post()));
    EXPECT_EQ(server.connections(), 1U);
}

TEST_F(HttpsTest, ASlowAnswerDoesNotHoldUpAnother) {
    ScriptedServer server(hub().server("hub"), hub().certificate(), [](const SeenRequest& request) {
        if (request.path == "/slow") return Said{"", Said::Then::StaySilent};
        return Said::json(200, "{}");
    });
    auto https = Https::start(endpoint_for(server.url())).value();
    Request slow = post();
    slow.path = "/slow";
    std::promise<base::Result<Answer>> given_up;
    ASSERT_TRUE(
        https->send(slow, [&](base::Result<Answer> answer) { given_up.set_value(std::move(answer)); }));
    EXPECT_TRUE(ask(*https, post()));
    https.reset();  // closing answers what is still under way
    EXPECT_EQ(given_up.get_future().get().error().kind, base::ErrorKind::Unavailable);
}

TEST_F(HttpsTest, TellsTheStatusAndHowLongToWait) {
    const auto answer = ask_scripted(Said::json(503, "{}", "Retry-After: 7\r\n"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(answer->retry_after, std::chrono::seconds{7});
}

TEST_F(HttpsTest, ARetryAfterOfAYearIsAnHour) {
    const auto answer = ask_scripted(Said::json(503, "{}", "Retry-After: 31536000\r\n"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->retry_after, std::chrono::hours{1});
}

TEST_F(HttpsTest, ARedirectIsNotFollowed) {
    const auto answer = ask_scripted(Said::json(302, "", "Location: https://127.0.0.1:1/\r\n"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 302);
}

TEST_F(HttpsTest, AServerOfAnotherAuthorityIsNoServer) {
    const Authority other("hub authority");
    ScriptedServer server(other.server("hub"), hub().certificate(),
                          [](const SeenRequest&) { return Said::json(200, "{}"); });
    const auto answer = ask(endpoint_for(server.url()), post());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, base::ErrorKind::Unavailable);
    EXPECT_TRUE(server.seen().empty());
}

TEST_F(HttpsTest, AServerOfAnotherNameIsNoServer) {
    ScriptedServer server(hub().server_by_name_only("another"), hub().certificate(),
                          [](const SeenRequest&) { return Said::json(200, "{}"); });
    EXPECT_FALSE(ask(endpoint_for(server.url()), post()));
    EXPECT_TRUE(server.seen().empty());
}

TEST_F(HttpsTest, AKioskThatPlaysTheServerIsNoServer) {
    ScriptedServer server(hub().kiosk("back-door"), hub().certificate(),
                          [](const SeenRequest&) { return Said::json(200, "{}"); });
    EXPECT_FALSE(ask(endpoint_for(server.url()), post()));
    EXPECT_TRUE(server.seen().empty());
}

TEST_F(HttpsTest, ACertificateOfAnotherTimeIsTrustedBecauseTheKiosksClockMayBeWrong) {
    const support::Validity past{base::parse_instant("1971-01-01T00:00:00Z").value(),
                                 base::parse_instant("1972-01-01T00:00:00Z").value()};
    const support::Validity future{base::parse_instant("2150-01-01T00:00:00Z").value(),
                                   base::parse_instant("2151-01-01T00:00:00Z").value()};
    for (const auto& validity : {past, future}) {
        ScriptedServer server(hub().server("hub", validity), hub().certificate(),
                              [](const SeenRequest&) { return Said::json(200, "{}"); });
        const auto answer = ask(endpoint_for(server.url()), post());
        EXPECT_TRUE(answer) << answer.error().message;
    }
}

TEST_F(HttpsTest, WithoutACertificateOfThisHubNothingIsAnswered) {
    ScriptedServer server(hub().server("hub"), hub().certificate(),
                          [](const SeenRequest&) { return Said::json(200, "{}"); });
    const Authority other("other");
    EXPECT_FALSE(ask(endpoint_for(server.url(), other.kiosk("front-door")), post()));
}

TEST_F(HttpsTest, NobodyThereIsUnavailable) {
    unsigned short port = 0;
    {
        const ScriptedServer gone(hub().server("hub"), hub().certificate(),
                                  [](const SeenRequest&) { return Said{}; });
        port = gone.port();
    }
    const auto answer = ask(endpoint_for("https://127.0.0.1:" + std::to_string(port)), post());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, base::ErrorKind::Unavailable);
}

TEST_F(HttpsTest, SilenceEndsWithTheTimeOut) {
    const auto answer = ask_scripted({"", Said::Then::StaySilent}, kShort);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, base::ErrorKind::Unavailable);
}

TEST_F(HttpsTest, ABodyThatStopsHalfwayIsNoAnswer) {
    EXPECT_FALSE(ask_scripted({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":", Said::Then::Close}));
}

TEST_F(HttpsTest, AConnectionClosedAtOnceIsNoAnswer) {
    EXPECT_FALSE(ask_scripted({"", Said::Then::Close}));
}

TEST_F(HttpsTest, WhatIsNotHttpIsNoAnswer) {
    EXPECT_FALSE(ask_scripted({"220 mail.example ESMTP\r\n", Said::Then::Close}));
}

TEST_F(HttpsTest, AnAnswerAtTheLimitIsTakenAndOneByteMoreIsNot) {
    EXPECT_TRUE(ask_scripted(Said::json(200, std::string(1'000, 'x'))));
    EXPECT_FALSE(ask_scripted(Said::json(200, std::string(1'001, 'x'))));
}

TEST_F(HttpsTest, TenMegabytesAreCutOff) {
    EXPECT_FALSE(ask_scripted(Said::json(200, std::string(10'000'000, 'x'))));
    const std::string unannounced = "HTTP/1.1 200 OK\r\n\r\n" + std::string(10'000'000, 'x');
    EXPECT_FALSE(ask_scripted({unannounced, Said::Then::Close}));
}

TEST_F(HttpsTest, EndlessHeadersAreCutOff) {
    std::string bytes = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 2'000; ++i) bytes += "X-Header-" + std::to_string(i) + ": 0123456789\r\n";
    bytes += "Content-Length: 2\r\n\r\n{}";
    EXPECT_FALSE(ask_scripted({bytes, Said::Then::KeepOpen}));
}

TEST_F(HttpsTest, MoreThanTheLimitAtOneTimeIsRefusedAtOnce) {
    ScriptedServer server(hub().server("hub"), hub().certificate(), [](const SeenRequest&) {
        return Said{"", Said::Then::StaySilent};
    });
    auto https = Https::start(endpoint_for(server.url())).value();
    std::atomic<unsigned> answered{0};
    for (std::size_t i = 0; i < kiosk::net::kRequestsMax; ++i) {
        ASSERT_TRUE(https->send(post(), [&](const base::Result<Answer>&) { ++answered; }));
    }
    const auto refused = https->send(post(), [&](const base::Result<Answer>&) { ++answered; });
    EXPECT_EQ(refused.error().kind, base::ErrorKind::Unavailable);
    https.reset();
    EXPECT_EQ(answered, kiosk::net::kRequestsMax);
}

}  // namespace
