// Every 4xx of docs/protocol.md: the right status and problem, nothing changed, nothing of the input in the
// answer or the log.

#include <sstream>

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "tests/integration/http/door_fixture.h"
#include "tests/support/protocol/sample_messages.h"

namespace tests {
namespace {

using support::http_request;
using support::HttpReply;

constexpr char kKey[] = "Idempotency-Key: 6d1f0f0e-2f0b-4c3a-9b8a-1f2e3d4c5b6a\r\n";
constexpr char kSending[] =
    "Kiosk-Sending: wall=\"2026-11-23T14:00:00Z\", boot_id=\"3b1f9d52-7c4e-4f0a-8a55-1d2c3b4a5968\", "
    "since_boot_us=5\r\n";
const std::string kJsonLine = kJson;

struct Case {
    const char* what;
    std::string bytes;
    int status;
    const char* type;
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string find_with_body(const std::string& body) {
    return http_request("POST", "/v1/find", kJson, body);
}

std::string body_of(const std::string& request) {
    return request.substr(request.find("\r\n\r\n") + 4);
}

std::string post(const std::string& path, const std::string& headers, const std::string& body = "{}") {
    return http_request("POST", path, headers, body);
}

std::string in_hexadecimal(std::size_t number) {
    std::ostringstream text;
    text << std::hex << number;
    return text.str();
}

std::vector<Case> cases() {
    const std::string find = body_of(find_request());
    const std::string arrival = body_of(arrival_request());
    const std::string too_long(protocol::kRequestBytesMax + 1, ' ');
    const std::string own = "/v1/arrivals/" + std::string(kArrivalKey);
    return {
        {"unknown path", post("/v1/people", kJson), 404, "unknown-path"},
        {"a query", post("/v1/find?letter=L", kJson, find), 404, "unknown-path"},
        {"an id that is none", post("/v1/arrivals/zyxwvut/undo", kJson), 404, "unknown-path"},
        {"a path that climbs", post("/v1/../v1/find", kJson, find), 404, "unknown-path"},
        {"a whole URL", post("https://hub/v1/find", kJson, find), 404, "unknown-path"},
        {"get on find", http_request("GET", "/v1/find", "", ""), 405, "method-not-allowed"},
        {"put on today", http_request("PUT", "/v1/today", kJson, "{}"), 405, "method-not-allowed"},
        {"options", http_request("OPTIONS", "/v1/find", "", ""), 405, "method-not-allowed"},
        {"an unheard-of method", http_request("BREW", "/v1/find", "", ""), 405, "method-not-allowed"},
        {"html wanted", post("/v1/find", kJsonLine + "Accept: text/html\r\n", find), 406, "not-acceptable"},
        {"no media type", post("/v1/find", "", find), 415, "unsupported-media-type"},
        {"a form", post("/v1/find", "Content-Type: application/x-www-form-urlencoded\r\n", "letter=zyxwvut"),
         415, "unsupported-media-type"},
        {"json of another charset",
         post("/v1/find", "Content-Type: application/json; charset=latin1\r\n", find), 415,
         "unsupported-media-type"},
        {"a body too long", post("/v1/find", kJson, too_long), 413, "too-large"},
        {"a chunked body too long",
         "POST /v1/find HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n" + kJsonLine +
             "\r\n10001\r\n" + too_long + "\r\n0\r\n\r\n",
         413, "too-large"},
        {"no key", post("/v1/arrivals", kJsonLine + kSending, arrival), 400, "idempotency-key-needed"},
        {"a key that is none",
         post("/v1/arrivals", kJsonLine + kSending + "Idempotency-Key: zyxwvut\r\n", arrival), 400,
         "idempotency-key-needed"},
        {"no key for undo", post(own + "/undo", kJson), 400, "idempotency-key-needed"},
        {"no key for reason", post(own + "/reason", kJson), 400, "idempotency-key-needed"},
        {"a call without the kiosk's clocks", post("/v1/calls", kJsonLine + kKey, body_of(call_request())),
         400, "sending-header-needed"},
        {"no key for a call", post("/v1/calls", kJson, body_of(call_request())), 400,
         "idempotency-key-needed"},
        {"no clocks of this try", post("/v1/arrivals", kJsonLine + kKey, arrival), 400,
         "sending-header-needed"},
        {"clocks that are none",
         post("/v1/arrivals", kJsonLine + kKey + "Kiosk-Sending: zyxwvut\r\n", arrival), 400, "invalid-body"},
        {"two keys", post("/v1/arrivals", kJsonLine + kKey + kKey + kSending, arrival), 400,
         "malformed-request"},
        {"another arrival than the key's",
         post("/v1/arrivals", kJsonLine + kKey + kSending, with(arrival, "6d1f0f0e", "7d1f0f0e")), 400,
         "invalid-body"},
        {"another call than the key's",
         post("/v1/calls", kJsonLine + kSending + kKey, body_of(call_request())), 400, "invalid-body"},
        {"an empty body", post("/v1/find", kJson, ""), 400, "invalid-body"},
        {"not JSON", find_with_body("zyxwvut"), 400, "invalid-body"},
        {"not UTF-8", find_with_body("{\"query\":\"\xC3\x28\"}"), 400, "invalid-body"},
        {"an unknown field", find_with_body(with(find, "{", R"({"zyxwvut":"zyxwvut",)")), 400,
         "invalid-body"},
        {"a wrong type", find_with_body(with(find, R"("day":7)", R"("day":"zyxwvut")")), 400, "invalid-body"},
        {"out of range", find_with_body(with(find, R"("day":7)", R"("day":77)")), 400, "invalid-body"},
        {"a field twice", find_with_body(with(find, R"("day":7)", R"("day":7,"day":7)")), 400,
         "invalid-body"},
        {"nested deeply", find_with_body(std::string(1000, '[')), 400, "invalid-body"},
        {"an unknown reason", post(own + "/reason", kJsonLine + kKey, R"({"reason":"zyxwvut"})"), 400,
         "invalid-body"},
        {"a body for undo", post(own + "/undo", kJsonLine + kKey, R"({"why":"zyxwvut"})"), 400,
         "invalid-body"},
        {"no host", "GET /v1/today HTTP/1.1\r\n\r\n", 400, "malformed-request"},
        {"another expectation", post("/v1/find", kJsonLine + "Expect: zyxwvut\r\n", find), 417,
         "expectation-failed"},
        {"not HTTP", "zyxwvut\r\n\r\n", 400, "malformed-request"},
        {"a bad version", "GET /v1/today HTTP/9.zyxwvut\r\n\r\n", 400, "malformed-request"},
        {"a bad length", "POST /v1/find HTTP/1.1\r\nHost: hub\r\nContent-Length: zyxwvut\r\n\r\n", 400,
         "malformed-request"},
        {"two lengths",
         "POST /v1/find HTTP/1.1\r\nHost: hub\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400,
         "malformed-request"},
        {"length and chunks",
         "POST /v1/find HTTP/1.1\r\nHost: hub\r\nContent-Length: 5\r\nTransfer-Encoding: "
         "chunked\r\n\r\n0\r\n\r\n",
         400, "malformed-request"},
        {"a bad chunk",
         "POST /v1/find HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n" + kJsonLine +
             "\r\nzyxwvut\r\n",
         400, "malformed-request"},
        {"a folded header", "GET /v1/today HTTP/1.1\r\nHost: hub\r\nX: a\x01zyxwvut\r\n\r\n", 400,
         "malformed-request"},
        {"a header too large",
         "GET /v1/today HTTP/1.1\r\nHost: hub\r\nX: " + std::string(9000, 'z') + "\r\n\r\n", 431,
         "header-too-large"},
    };
}

TEST_F(Door, RefusesWhatIsWrongWithTheRightProblemAndChangesNothing) {
    open();
    for (const Case& one : cases()) {
        SCOPED_TRACE(one.what);
        const HttpReply reply = ask(one.bytes);
        EXPECT_EQ(reply.status, one.status) << reply.head << reply.body;
        EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
        EXPECT_EQ(reply.header("Cache-Control"), "no-store");
        EXPECT_EQ(reply.header("Date"), "Mon, 23 Nov 2026 14:00:00 GMT");
        const auto problem = protocol::decode_problem(reply.body);
        ASSERT_TRUE(problem) << reply.body;
        EXPECT_EQ(problem->type, std::string("/problems/") + one.type);
        EXPECT_EQ(problem->status, one.status);
        EXPECT_EQ(reply.body.find("zyxwvut"), std::string::npos) << reply.body;
        EXPECT_TRUE(nothing_changed());
    }
    EXPECT_EQ(log().find("zyxwvut"), std::string::npos) << log();
}

TEST_F(Door, A405SaysWhatIsAllowed) {
    open();
    EXPECT_EQ(ask(http_request("GET", "/v1/arrivals", "", "")).header("Allow"), "POST");
    EXPECT_EQ(ask(http_request("OPTIONS", "/v1/today", "", "")).header("Allow"), "GET");
}

TEST_F(Door, AHeadRequestGetsNoBodyAndTheConnectionGoesOn) {
    open();
    const auto client = kiosk();
    ASSERT_TRUE(client->send(http_request("HEAD", "/v1/today", "", "")));
    EXPECT_EQ(client->read_reply(true).value().status, 405);
    EXPECT_EQ(client->ask(http_request("GET", "/v1/today", "", "")).status, 200);
}

TEST_F(Door, AfterARefusalWithAWholeBodyTheConnectionGoesOn) {
    open();
    const auto client = kiosk();
    EXPECT_EQ(client->ask(post("/v1/nothing", kJson, "{\"a\":1}")).status, 404);
    EXPECT_EQ(client->ask(find_with_body("[]")).status, 400);
    EXPECT_EQ(client->ask(find_request()).status, 200);
}

TEST_F(Door, ABodyOfExactlyTheLimitIsRead) {
    open();
    std::string body = body_of(find_request());
    body.append(protocol::kRequestBytesMax - body.size(), ' ');
    EXPECT_EQ(ask(find_with_body(body)).status, 200);
    const std::string chunked = "POST /v1/find HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n" +
                                kJsonLine + "\r\n10000\r\n" + body + "\r\n0\r\n\r\n";
    EXPECT_EQ(ask(chunked).status, 200);
}

TEST_F(Door, NothingTypedStandsInTheLog) {
    open();
    EXPECT_EQ(ask(find_request()).status, 200);
    EXPECT_EQ(ask(arrival_request()).status, 200);
    const std::string lines = log();
    EXPECT_NE(lines.find("request method=POST route=find status=200 us=0 kiosk=front-door"),
              std::string::npos)
        << lines;
    EXPECT_NE(lines.find("route=arrival status=200"), std::string::npos) << lines;
    for (const char* typed :
         {"1990", "p-7Qk3vT9a", "6d1f0f0e", "0b6f6a9e", "/v1/", "3b1f9d52", "127.0.0.1"}) {
        EXPECT_EQ(lines.find(typed), std::string::npos) << typed;
    }
}

TEST_F(Door, ChunkedAndPipelinedRequestsAreAnsweredInOrder) {
    open();
    const auto client = kiosk();
    const std::string body = body_of(find_request());
    const std::string first = "POST /v1/find HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n" +
                              kJsonLine + "\r\n1\r\n" + body.substr(0, 1) + "\r\n0000a;x=y\r\n" +
                              body.substr(1, 10) + "\r\n" + in_hexadecimal(body.size() - 11) + "\r\n" +
                              body.substr(11) + "\r\n0\r\n\r\n";
    ASSERT_TRUE(client->send(first + http_request("GET", "/v1/today", "", "") + heartbeat_request() +
                             post("/no", kJson)));
    EXPECT_EQ(client->read_reply().value().body, protocol::encode(support::sample_find_reply()));
    EXPECT_EQ(client->read_reply().value().body, protocol::encode(support::sample_todays_list()));
    EXPECT_EQ(client->read_reply().value().body, protocol::encode(support::sample_heartbeat_reply()));
    EXPECT_EQ(client->read_reply().value().status, 404);
}

TEST_F(Door, WhoeverExpects100IsToldToContinueBeforeSendingTheBody) {
    open();
    const auto client = kiosk();
    const std::string request = with(find_request(), kJson, kJsonLine + "Expect: 100-continue\r\n");
    const std::size_t body = request.find("\r\n\r\n") + 4;
    EXPECT_EQ(client->ask(request.substr(0, body)).status, 100);
    EXPECT_EQ(client->ask(request.substr(body)).status, 200);

    const auto refused = kiosk();
    const std::string wrong = with(request, "application/json", "text/plain");
    EXPECT_EQ(refused->ask(wrong.substr(0, wrong.find("\r\n\r\n") + 4)).status, 415);
    EXPECT_TRUE(refused->ended());
}

}  // namespace
}  // namespace tests
