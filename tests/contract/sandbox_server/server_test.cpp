// The sandbox behind real sockets, called by libcurl.

#include "tests/sandbox/server.h"

#include <memory>
#include <thread>

#include <curl/curl.h>
#include <gtest/gtest.h>

#include "tests/contract/sandbox_server/self_signed.h"
#include "tests/sandbox/encoding.h"
#include "tests/sandbox/http_date.h"
#include "tests/support/fake_clock.h"

namespace {

using namespace std::chrono_literals;

const base::Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 14h + 7min};

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(bytes, size * count);
    return size * count;
}

struct Reply {
    CURLcode code = CURLE_OK;
    long status = 0;
    long new_connections = 0;
    std::string headers;
    std::string body;
};

/// One libcurl handle: its connection is kept alive between calls.
class Client {
public:
    explicit Client(std::string url) : url_(std::move(url)), curl_(curl_easy_init(), curl_easy_cleanup) {}

    Reply call(const char* method, const std::string& path, const std::string& body = {},
               std::chrono::milliseconds time_out = 10s) {
        Reply reply;
        CURL* curl = curl_.get();
        curl_easy_reset(curl);
        const std::string url = url_ + path;
        curl_slist* headers = curl_slist_append(nullptr, ("Authorization: " + authorization).c_str());
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
        curl_blob trusted{ca_pem.data(), ca_pem.size(), CURL_BLOB_COPY};
        if (!ca_pem.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &trusted);
        curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, fresh_connection ? 1L : 0L);
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
        if (std::string(method) != "GET") curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, body.c_str());
        curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(time_out.count()));
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
        curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, keep);
        curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply.headers);
        reply.code = curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
        curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &reply.new_connections);
        curl_slist_free_all(headers);
        return reply;
    }

    void sign_in() {
        authorization =
            "Basic " + sandbox::base64url(std::string(sandbox::kClientId) + ':' + sandbox::kClientSecret);
        const std::string answer =
            call("POST", "/auth/oauth/token",
                 std::string("grant_type=client_credentials&username=") + sandbox::kServiceUser)
                .body;
        const std::string mark = "\"access_token\":\"";
        const std::size_t from = answer.find(mark) + mark.size();
        authorization = "Bearer " + answer.substr(from, answer.find('"', from) - from);
    }

    std::string authorization;
    std::string ca_pem;
    /// libcurl repeats a call by itself when a kept connection closes unanswered.
    bool fresh_connection = false;

private:
    std::string url_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
};

class SandboxServer : public testing::Test {
protected:
    void SetUp() override {
        referral_ = world_.add_referral({"", "Alex", "River"}, kNow - 240h);
        appointment_ = world_.add_assessment(referral_, {kNow - 1h});
        system_ = std::make_unique<sandbox::CaseSystem>(world_);
        start({});
        client_ = std::make_unique<Client>(server_->url());
        client_->sign_in();
    }
    void start(const sandbox::ServerSettings& settings) {
        auto started = sandbox::Server::start(*system_, clock_, settings);
        ASSERT_TRUE(started) << started.error().message;
        server_ = std::move(*started);
    }
    std::string attendance() const {
        return "/referral/" + referral_ + "/supplier-assessment/record-attendance";
    }
    Reply put_attendance(std::chrono::milliseconds time_out = 10s) {
        return client_->call("PUT", attendance(), R"({"attended":"yes","didSessionHappen":true})", time_out);
    }
    int accepted() const {
        const auto effects = system_->effects(appointment_);
        return effects.attendance.contains("yes") ? effects.attendance.at("yes") : 0;
    }

    support::FakeClock clock_{kNow};
    sandbox::World world_{1};
    std::string referral_;
    std::string appointment_;
    std::unique_ptr<sandbox::CaseSystem> system_;
    std::unique_ptr<sandbox::Server> server_;
    std::unique_ptr<Client> client_;
};

TEST_F(SandboxServer, AnswersOnAKeptConnectionWithTheDateOfItsOwnClock) {
    const Reply first = client_->call("GET", "/sent-referrals/summaries");
    EXPECT_EQ(first.status, 200);
    EXPECT_NE(first.headers.find("Date: Sun, 22 Nov 2026 14:07:00 GMT"), std::string::npos) << first.headers;
    clock_.advance(90s);
    const Reply second = client_->call("GET", "/sent-referrals/summaries");
    EXPECT_EQ(second.new_connections, 0);
    EXPECT_NE(second.headers.find("Date: Sun, 22 Nov 2026 14:08:30 GMT"), std::string::npos)
        << second.headers;
}

TEST_F(SandboxServer, AnUnknownTokensAnswerIsEmpty) {
    client_->authorization = "Bearer unknown";
    const Reply reply = client_->call("GET", "/sent-referrals/summaries");
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.body, "");
}

TEST_F(SandboxServer, ADroppedConnectionGivesNoAnswerWithOrWithoutTheEffect) {
    client_->fresh_connection = true;
    system_->add_fault({sandbox::FaultKind::DropUnheard, "PUT", ""});
    EXPECT_EQ(put_attendance().code, CURLE_GOT_NOTHING);
    EXPECT_EQ(accepted(), 0);
    system_->add_fault({sandbox::FaultKind::DropUnanswered, "PUT", ""});
    EXPECT_EQ(put_attendance().code, CURLE_GOT_NOTHING);
    EXPECT_EQ(accepted(), 1);
    EXPECT_EQ(put_attendance().status, 200);
}

TEST_F(SandboxServer, ATimeOutIsNeverAnsweredAndOthersAreServedMeanwhile) {
    system_->add_fault({sandbox::FaultKind::TimeOutUnanswered, "PUT", ""});
    EXPECT_EQ(put_attendance(50ms).code, CURLE_OPERATION_TIMEDOUT);
    EXPECT_EQ(accepted(), 1);
    EXPECT_EQ(client_->call("GET", "/sent-referrals/summaries").status, 200);
}

TEST_F(SandboxServer, ADelayedAnswerComesInTheEnd) {
    system_->add_fault({sandbox::FaultKind::Delay, "PUT", "", 1, 503, 20ms});
    EXPECT_EQ(put_attendance().status, 200);
}

TEST_F(SandboxServer, ManyCallersAtOnceAreAllAnsweredAndCounted) {
    constexpr int kCallers = 8;
    constexpr int kCallsEach = 20;
    const std::string authorization = client_->authorization;
    std::vector<std::thread> callers;
    for (int i = 0; i < kCallers; ++i)
        callers.emplace_back([&] {
            Client client(server_->url());
            client.authorization = authorization;
            for (int call = 0; call < kCallsEach; ++call)
                EXPECT_EQ(
                    client.call("PUT", attendance(), R"({"attended":"yes","didSessionHappen":true})").status,
                    200);
        });
    for (std::thread& one : callers) one.join();
    EXPECT_EQ(accepted(), kCallers * kCallsEach);
    const auto calls = system_->calls("PUT", "record-attendance");
    for (std::size_t i = 1; i < calls.size(); ++i) EXPECT_EQ(calls[i].sequence, calls[i - 1].sequence + 1);
}

TEST_F(SandboxServer, AnOutageClosesConnectionsAndItGoesOnWhereItWas) {
    ASSERT_EQ(put_attendance().status, 200);
    sandbox::ServerSettings same;
    same.port = server_->port();
    server_->stop();
    EXPECT_EQ(put_attendance().code, CURLE_COULDNT_CONNECT);
    start(same);
    EXPECT_EQ(put_attendance().status, 200);
    EXPECT_EQ(accepted(), 2);
}

TEST_F(SandboxServer, StopsWhileACallIsHeldOpen) {
    system_->add_fault({sandbox::FaultKind::TimeOutUnheard, "PUT", ""});
    Reply reply;
    std::thread held([&] { reply = put_attendance(); });
    for (int i = 0; i < 10'000 && system_->calls("PUT", "").empty(); ++i) std::this_thread::yield();
    server_->stop();
    held.join();
    EXPECT_NE(reply.code, CURLE_OK);
    EXPECT_NE(reply.code, CURLE_OPERATION_TIMEDOUT);
}

TEST_F(SandboxServer, ATakenPortOrAKeyThatIsNoneIsRefused) {
    sandbox::ServerSettings taken;
    taken.port = server_->port();
    EXPECT_EQ(sandbox::Server::start(*system_, clock_, taken).error().kind, base::ErrorKind::Unavailable);
    sandbox::ServerSettings no_key;
    no_key.certificate_pem = "x";
    EXPECT_EQ(sandbox::Server::start(*system_, clock_, no_key).error().kind, base::ErrorKind::InvalidInput);
}

TEST_F(SandboxServer, SpeaksTlsWithTheCertificateGiven) {
    const sandbox_test::SelfSigned made = sandbox_test::make_self_signed();
    start({"127.0.0.1", 0, made.certificate_pem, made.key_pem});
    ASSERT_TRUE(server_->url().starts_with("https://"));
    Client trusting(server_->url());
    trusting.ca_pem = made.certificate_pem;
    trusting.sign_in();
    EXPECT_EQ(trusting.call("GET", "/sent-referrals/summaries").status, 200);
    EXPECT_EQ(trusting.call("GET", "/sent-referrals/summaries").new_connections, 0);
    Client other(server_->url());
    EXPECT_NE(other.call("GET", "/health").code, CURLE_OK);
}

TEST(HttpDate, IsAsRfc9110HasIt) {
    EXPECT_EQ(sandbox::http_date(base::Instant{784111777s}), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
