// The adapter at its edges: tokens, limits, broken answers. Each byte of the other side is the test's.

#include <atomic>
#include <barrier>

#include <gtest/gtest.h>

#include "server/case_system/refer_and_monitor.h"
#include "tests/contract/case_system/scripted_server.h"
#include "tests/support/fake_clock.h"

namespace {

using namespace server::case_system;
using contract::http;
using contract::HttpSeen;
using contract::ScriptedServer;
using server::app::CaseFailure;

constexpr const char* kReferral = "58963698-0f2e-4d6e-a072-0e2cf351f3b2";
constexpr const char* kAppointment = "11111111-1111-4111-8111-111111111111";
constexpr const char* kPlan = "e5ed2f80-dfe2-4bf3-b5c4-d8d4486e963d";
const std::string kEmptyPage = R"({"content":[],"last":true})";
const std::string kWritten =
    R"({"id":"1","appointmentFeedback":{"attendanceFeedback":{"attended":"yes","didSessionHappen":true},"submitted":true}})";

base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

ReferAndMonitorSettings settings_for(const ScriptedServer& server) {
    ReferAndMonitorSettings settings;
    settings.url = server.url();
    settings.token_url = server.url() + "/auth/oauth/token";
    settings.client_id = "hub";
    settings.client_secret = base::Secret(std::string_view("not-a-secret"));
    settings.service_user = "HUB USER";
    settings.time_out = std::chrono::seconds{5};
    return settings;
}

/// Gives token-1, token-2 … that last 600 s, and every other answer as the test says.
ScriptedServer::Answer with_tokens(ScriptedServer::Answer rest) {
    auto count = std::make_shared<std::atomic<int>>(0);
    return [count, rest = std::move(rest)](const HttpSeen& seen) {
        if (!seen.path.starts_with("/auth")) return rest(seen);
        return http(200, R"({"access_token":"token-)" + std::to_string(++*count) +
                             R"(","token_type":"bearer","expires_in":600})");
    };
}

domain::Appointment appointment(domain::AppointmentType type) {
    domain::Appointment made;
    made.id = domain::AppointmentId(kAppointment);
    made.referral = domain::ReferralId(kReferral);
    made.type = type;
    made.action_plan = kPlan;
    return made;
}

int tokens_asked(const ScriptedServer& server) {
    int count = 0;
    for (const HttpSeen& seen : server.seen()) count += seen.path.starts_with("/auth") ? 1 : 0;
    return count;
}

class Adapter : public testing::Test {
protected:
    void serve(ScriptedServer::Answer answer) {
        server_ = std::make_unique<ScriptedServer>(with_tokens(std::move(answer)));
        settings_ = settings_for(*server_);
        connect();
    }
    void connect() { adapter_ = std::make_unique<ReferAndMonitor>(settings_, clock_); }

    support::FakeClock clock_{at("2026-11-22T14:00:00Z")};
    ReferAndMonitorSettings settings_;
    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<ReferAndMonitor> adapter_;
};

TEST_F(Adapter, AsksForATokenWithItsServiceUserAndUsesItUntilAMinuteBeforeItsEnd) {
    serve([](const HttpSeen&) { return http(200, kEmptyPage); });
    ASSERT_TRUE(adapter_->referrals(1));
    ASSERT_TRUE(adapter_->referrals(2));
    EXPECT_EQ(tokens_asked(*server_), 1);
    const auto seen = server_->seen();
    EXPECT_EQ(seen[0].body, "grant_type=client_credentials&username=HUB%20USER");
    EXPECT_NE(seen[0].head.find("Authorization: Basic aHViOm5vdC1hLXNlY3JldA=="), std::string::npos);
    EXPECT_EQ(seen[1].path, "/sent-referrals/summaries?page=1&size=50");
    EXPECT_NE(seen[1].head.find("Authorization: Bearer token-1"), std::string::npos);

    clock_.advance(std::chrono::seconds{539});
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(tokens_asked(*server_), 1);
    clock_.advance(std::chrono::seconds{1});
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(tokens_asked(*server_), 2);
}

TEST_F(Adapter, ARefusedTokenIsReplacedOnce) {
    serve([](const HttpSeen& seen) {
        const bool stale = seen.head.find("Bearer token-1") != std::string::npos;
        return stale ? http(401, "") : http(200, kEmptyPage);
    });
    EXPECT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(tokens_asked(*server_), 2);
}

TEST_F(Adapter, ASecondRefusalIsForPeople) {
    serve([](const HttpSeen&) { return http(401, ""); });
    const auto page = adapter_->referrals(1);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().failure, CaseFailure::NotAllowed);
    EXPECT_EQ(page.error().status, 401);
    EXPECT_EQ(tokens_asked(*server_), 2);
}

TEST_F(Adapter, ASignInServiceThatRefusesIsForPeopleAndOneThatIsDownIsTriedAgain) {
    for (const auto& [status, failure] : {std::pair{401, CaseFailure::NotSignedIn},
                                          {400, CaseFailure::NotSignedIn},
                                          {500, CaseFailure::Unreachable},
                                          {503, CaseFailure::Unreachable}}) {
        server_ = std::make_unique<ScriptedServer>([status](const HttpSeen&) { return http(status, "{}"); });
        settings_ = settings_for(*server_);
        connect();
        const auto page = adapter_->referrals(1);
        ASSERT_FALSE(page);
        EXPECT_EQ(page.error().failure, failure) << status;
    }
}

TEST_F(Adapter, WritesGoToThePathsOfTheirType) {
    serve([](const HttpSeen&) { return http(200, kWritten); });
    const auto assessment = appointment(domain::AppointmentType::SupplierAssessment);
    const auto session = appointment(domain::AppointmentType::Delivery);
    ASSERT_TRUE(adapter_->put_attendance(assessment, {}));
    ASSERT_TRUE(adapter_->put_feedback(assessment, {}));
    ASSERT_TRUE(adapter_->submit(assessment));
    ASSERT_TRUE(adapter_->put_attendance(session, {}));
    ASSERT_TRUE(adapter_->put_feedback(session, {}));
    ASSERT_TRUE(adapter_->submit(session));
    std::vector<std::string> calls;
    for (const HttpSeen& seen : server_->seen()) calls.push_back(seen.method + ' ' + seen.path);
    const std::string referral = std::string("/referral/") + kReferral;
    const std::string one = referral + "/delivery-session-appointments/" + kAppointment;
    EXPECT_EQ(calls,
              (std::vector<std::string>{
                  "POST /auth/oauth/token", "PUT " + referral + "/supplier-assessment/record-attendance",
                  "PUT " + referral + "/supplier-assessment/record-session-feedback",
                  "POST " + referral + "/supplier-assessment/submit-feedback", "PUT " + one + "/attendance",
                  "PUT " + one + "/session-feedback", "POST " + one + "/submit-feedback"}));
}

TEST_F(Adapter, OnlyUuidsBecomePartOfAnAddress) {
    serve([](const HttpSeen&) { return http(200, kWritten); });
    auto odd = appointment(domain::AppointmentType::Delivery);
    odd.id = domain::AppointmentId("../../Alex River");
    const auto put = adapter_->put_attendance(odd, {});
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().failure, CaseFailure::Refused);
    EXPECT_FALSE(adapter_->referral(domain::ReferralId("X123456")));
    EXPECT_TRUE(server_->seen().empty());
}

TEST_F(Adapter, ReadsKeepTheirConnectionAndAWriteIsNeverRepeatedByTheTransport) {
    std::atomic<int> writes{0};
    serve([&writes](const HttpSeen& seen) {
        if (seen.method == "GET") return http(200, kEmptyPage);
        ++writes;
        return std::string();  // accepted, and the reply is lost
    });
    for (int page = 1; page <= 3; ++page) ASSERT_TRUE(adapter_->referrals(page));
    EXPECT_EQ(server_->connections(), 2) << "one for the token, one for the reads";
    const auto submitted = adapter_->submit(appointment(domain::AppointmentType::Delivery));
    ASSERT_FALSE(submitted);
    EXPECT_EQ(submitted.error().failure, CaseFailure::Unreachable);
    EXPECT_EQ(writes.load(), 1);
}

TEST_F(Adapter, AnAnswerBeyondTheLimitIsNotRead) {
    const std::string frame = R"({"last":true,"content":[],"pad":")";
    std::string just_fits = frame + std::string(kAnswerBytesMax - frame.size() - 2, 'x') + "\"}";
    serve([&just_fits](const HttpSeen& seen) {
        return http(200, seen.path.find("page=1&") != std::string::npos ? just_fits : just_fits + " ");
    });
    ASSERT_EQ(just_fits.size(), kAnswerBytesMax);
    EXPECT_TRUE(adapter_->referrals(1));
    const auto too_long = adapter_->referrals(2);
    ASSERT_FALSE(too_long);
    EXPECT_EQ(too_long.error().failure, CaseFailure::NotUnderstood);
}

TEST_F(Adapter, ARedirectIsNotFollowed) {
    serve([](const HttpSeen& seen) {
        if (seen.path.starts_with("/elsewhere")) return http(200, kEmptyPage);
        return http(302, "", "Location: /elsewhere\r\n");
    });
    const auto page = adapter_->referrals(1);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().failure, CaseFailure::Refused);
}

TEST_F(Adapter, BrokenAnswersAreToldApart) {
    const std::pair<std::string, CaseFailure> table[] = {
        {"", CaseFailure::Unreachable},
        {"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", CaseFailure::Unreachable},
        {"not http at all\r\n\r\n", CaseFailure::Unreachable},
        {http(200, "<html>"), CaseFailure::NotUnderstood},
        {http(200, ""), CaseFailure::NotUnderstood},
        {http(423, "<html>", "", "text/html"), CaseFailure::Refused},
    };
    for (const auto& [bytes, failure] : table) {
        serve([&bytes = bytes](const HttpSeen&) {
            return bytes.starts_with("HTTP/1.1 200 OK\r\nContent-Length: 50") ? bytes + std::string(10, ' ')
                                                                              : bytes;
        });
        settings_.time_out = std::chrono::milliseconds{300};
        connect();
        const auto page = adapter_->referrals(1);
        ASSERT_FALSE(page) << bytes;
        EXPECT_EQ(page.error().failure, failure) << bytes;
    }
}

TEST_F(Adapter, NobodyThereIsUnreachable) {
    serve([](const HttpSeen&) { return std::string(); });
    server_.reset();
    const auto page = adapter_->referrals(1);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().failure, CaseFailure::Unreachable);
    EXPECT_EQ(page.error().status, 0);
}

TEST_F(Adapter, TellsHowFarOurClockIsAhead) {
    serve([](const HttpSeen&) { return http(200, kEmptyPage, "Date: Sun, 22 Nov 2026 13:00:00 GMT\r\n"); });
    EXPECT_FALSE(adapter_->clock_difference());
    ASSERT_TRUE(adapter_->referrals(1));
    ASSERT_TRUE(adapter_->clock_difference());
    EXPECT_EQ(adapter_->clock_difference()->ahead, std::chrono::hours{1});
    EXPECT_EQ(adapter_->clock_difference()->seen_at, clock_.now());
}

TEST_F(Adapter, ReadsSeveralAtATimeUpToTheSetting) {
    // Each answer waits until three others are being asked for as well.
    auto together = std::make_shared<std::barrier<>>(4);
    serve([together](const HttpSeen&) {
        together->arrive_and_wait();
        return http(200, kEmptyPage);
    });
    settings_.reads_at_a_time = 4;
    connect();
    std::atomic<int> read{0};
    adapter_->several_at_a_time(12, [this, &read](std::size_t index) {
        if (adapter_->referrals(static_cast<int>(index) + 1)) ++read;
    });
    EXPECT_EQ(read.load(), 12);
    EXPECT_EQ(server_->most_at_once(), 4);
    EXPECT_EQ(tokens_asked(*server_), 1) << "one token for all of them";
}

TEST_F(Adapter, AnAppointmentThatIsGoneOrMovedIsRefusedBeforeAnyWrite) {
    serve([](const HttpSeen&) {
        return http(200, std::string(R"({"currentAppointmentId":"x","appointments":[{"id":")") +
                             kAppointment +
                             R"(","appointmentTime":"2026-11-22T14:00:00Z","durationInMinutes":60}]})");
    });
    auto moved = appointment(domain::AppointmentType::SupplierAssessment);
    EXPECT_EQ(adapter_->attendance(moved).error().failure, CaseFailure::Refused);
    moved.id = domain::AppointmentId(kPlan);
    EXPECT_EQ(adapter_->attendance(moved).error().failure, CaseFailure::Refused);
}

TEST_F(Adapter, AReferralWithoutAnAssessmentHasNoAppointments) {
    serve([](const HttpSeen&) {
        return http(404, R"({"status":404,"message":"supplier assessment not found for referral [id=1]"})");
    });
    const auto none = adapter_->assessment(domain::ReferralId(kReferral));
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->empty());
}

}  // namespace
