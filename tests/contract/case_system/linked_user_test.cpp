// Signing in as a linked user: what is asked, and how a token that changes with its use is kept.

#include "server/app/linked_user.h"

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

/// One token in memory, with failures on order.
class Kept final : public server::app::RefreshTokens {
public:
    explicit Kept(std::string& token, bool& broken) : token_(token), broken_(broken) {}
    base::Result<base::Secret> current() override {
        if (token_.empty()) return base::fail(base::ErrorKind::NotFound, "nobody is linked");
        return base::Secret(std::string_view(token_));
    }
    base::Done replace(const base::Secret&, const base::Secret& fresh) override {
        if (broken_) return base::fail(base::ErrorKind::Unavailable, "the disk is full");
        token_ = fresh.reveal_text();
        return {};
    }

private:
    std::string& token_;
    bool& broken_;
};

class LinkedUser : public testing::Test {
protected:
    /// `grant` is the whole answer of the sign-in service.
    void serve(const std::string& grant) {
        server_ = std::make_unique<ScriptedServer>([grant](const HttpSeen& seen) {
            return seen.path.starts_with("/auth") ? grant : http(200, R"({"content":[],"last":true})");
        });
        ReferAndMonitorSettings settings;
        settings.url = server_->url();
        settings.token_url = server_->url() + "/auth/oauth/token";
        settings.client_id = "hub";
        settings.client_secret = base::Secret(std::string_view("not-a-secret"));
        settings.time_out = std::chrono::seconds{5};
        adapter_ = std::make_unique<ReferAndMonitor>(settings, clock_, std::make_unique<Kept>(token_, broken_));
    }
    static std::string granting(const std::string& more) {
        return http(200, R"({"access_token":"access-1","token_type":"bearer","expires_in":600)" + more + "}");
    }

    support::FakeClock clock_{base::parse_instant("2026-11-22T14:00:00Z").value()};
    std::string token_ = "old+token/1";
    bool broken_ = false;
    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<ReferAndMonitor> adapter_;
};

TEST_F(LinkedUser, IsAskedForByTheRefreshTokenOnceForManyCalls) {
    serve(granting(""));
    ASSERT_TRUE(adapter_->referrals(1));
    ASSERT_TRUE(adapter_->referrals(2));
    const auto seen = server_->seen();
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen[0].body, "grant_type=refresh_token&refresh_token=old%2Btoken%2F1");
    EXPECT_NE(seen[1].head.find("Authorization: Bearer access-1"), std::string::npos);
    EXPECT_EQ(token_, "old+token/1");
}

TEST_F(LinkedUser, ATokenThatChangesWithItsUseIsKeptBeforeTheNewAccessIsUsed) {
    serve(granting(R"(,"refresh_token":"fresh-2")"));
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(token_, "fresh-2");
    clock_.advance(std::chrono::seconds{600});
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(server_->seen()[2].body, "grant_type=refresh_token&refresh_token=fresh-2");
}

TEST_F(LinkedUser, WhereItCannotBeKeptNothingIsCalled) {
    serve(granting(R"(,"refresh_token":"fresh-2")"));
    broken_ = true;
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::Unreachable);
    EXPECT_EQ(server_->seen().size(), 1U);
}

TEST_F(LinkedUser, WhoIsNoLongerAcceptedOrNotThereIsForPeople) {
    serve(http(400, R"({"error":"invalid_grant"})"));
    const auto refused = adapter_->referrals(1);
    EXPECT_EQ(refused.error().failure, CaseFailure::NotAllowed);
    EXPECT_NE(refused.error().words.find("Link them again"), std::string::npos);
    token_.clear();
    const auto nobody = adapter_->referrals(1);
    EXPECT_EQ(nobody.error().failure, CaseFailure::NotAllowed);
    EXPECT_NE(nobody.error().words.find("Nobody is linked"), std::string::npos);
}

TEST_F(LinkedUser, AnAnswerWithAnOddTokenIsNotUnderstood) {
    serve(granting(R"(,"refresh_token":"two words")"));
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::NotUnderstood);
    EXPECT_EQ(token_, "old+token/1");
}

}  // namespace
