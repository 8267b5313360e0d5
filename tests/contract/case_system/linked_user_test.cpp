// Signing in as a linked user: what is asked, and how a token that changes with its use is kept.

#include "server/app/linked_user.h"

#include <functional>

#include <gtest/gtest.h>
#include <unistd.h>

#include "server/case_system/refer_and_monitor.h"
#include "server/case_system/sign_in_turn.h"
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
    /// Fails once it has written `writes` times.
    Kept(std::string& token, const base::Instant& linked_at, int& writes)
        : token_(token), linked_at_(linked_at), writes_(writes) {}
    base::Result<server::app::RefreshToken> current() override {
        if (token_.empty()) return base::fail(base::ErrorKind::NotFound, "nobody is linked");
        return server::app::RefreshToken{base::Secret(std::string_view(token_)), linked_at_};
    }
    base::Done replace(const base::Secret& used, const base::Secret& fresh) override {
        if (writes_ == 0) return base::fail(base::ErrorKind::Unavailable, "the disk is full");
        --writes_;
        if (used.reveal_text() != token_) return base::fail(base::ErrorKind::Conflict, "another is linked");
        token_ = fresh.reveal_text();
        return {};
    }

private:
    std::string& token_;
    const base::Instant& linked_at_;
    int& writes_;
};

class LinkedUser : public testing::Test {
protected:
    /// `grant` is the whole answer of the sign-in service.
    void serve(const std::string& grant) {
        server_ = std::make_unique<ScriptedServer>([this, grant](const HttpSeen& seen) {
            if (!seen.path.starts_with("/auth")) return http(200, R"({"content":[],"last":true})");
            while_asked_();
            return grant;
        });
        ReferAndMonitorSettings settings;
        settings.url = server_->url();
        settings.token_url = server_->url() + "/auth/oauth/token";
        settings.client_id = "hub";
        settings.client_secret = base::Secret(std::string_view("not-a-secret"));
        settings.time_out = time_out_;
        settings.sign_in_turn_file = turn_file_;
        adapter_ = std::make_unique<ReferAndMonitor>(settings, clock_,
                                                     std::make_unique<Kept>(token_, linked_at_, writes_));
    }
    void keep_turns() { turn_file_ = testing::TempDir() + "sign_in_" + std::to_string(::getpid()) + ".lock"; }
    void TearDown() override {
        if (!turn_file_.empty()) ::unlink(turn_file_.c_str());
    }
    static std::string granting(const std::string& more) {
        return http(200, R"({"access_token":"access-1","token_type":"bearer","expires_in":600)" + more + "}");
    }

    support::FakeClock clock_{base::parse_instant("2026-11-22T14:00:00Z").value()};
    std::string token_ = "old+token/1";
    base::Instant linked_at_ = clock_.now();
    int writes_ = 100;
    std::function<void()> while_asked_ = [] {
    };
    std::chrono::milliseconds time_out_{5'000};
    std::string turn_file_;
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
    writes_ = 0;
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::Unreachable);
    EXPECT_TRUE(server_->seen().empty()) << "its use may be the end of it";
}

TEST_F(LinkedUser, AFreshTokenThatCouldNotBeKeptIsKeptBeforeAnythingElseIsAsked) {
    serve(granting(R"(,"refresh_token":"fresh-2")"));
    writes_ = 1;
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::Unreachable);
    ASSERT_EQ(server_->seen().size(), 1U) << "asked, and nothing was called";
    ASSERT_EQ(token_, "old+token/1");
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::Unreachable);
    EXPECT_EQ(server_->seen().size(), 1U) << "the one that was used is not used again";
    writes_ = 100;
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(token_, "fresh-2");
    EXPECT_EQ(server_->seen()[1].body, "grant_type=refresh_token&refresh_token=fresh-2");
}

TEST_F(LinkedUser, AFreshTokenOfAUserWhoIsLinkedNoMoreIsForgotten) {
    serve(granting(R"(,"refresh_token":"fresh-2")"));
    writes_ = 1;
    ASSERT_FALSE(adapter_->referrals(1));
    writes_ = 100;
    token_ = "another";
    linked_at_ += std::chrono::minutes{1};
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_EQ(server_->seen()[1].body, "grant_type=refresh_token&refresh_token=another");
}

TEST_F(LinkedUser, OnceAnotherIsLinkedNoTokenOfTheOneBeforeIsUsed) {
    serve(granting(""));
    ASSERT_TRUE(adapter_->referrals(1));
    token_ = "another";
    linked_at_ += std::chrono::minutes{1};
    ASSERT_TRUE(adapter_->referrals(1));
    ASSERT_EQ(server_->seen().size(), 4U);
    EXPECT_EQ(server_->seen()[2].body, "grant_type=refresh_token&refresh_token=another");
    token_.clear();
    EXPECT_FALSE(adapter_->referrals(1));
    EXPECT_EQ(server_->seen().size(), 4U) << "nobody is linked";
}

TEST_F(LinkedUser, TheirTokenIsUsedByOneProcessAtATime) {
    keep_turns();
    const auto is_free = [this] {
        return take_sign_in_turn(turn_file_, std::chrono::milliseconds{0}).has_value();
    };
    bool free_while_asked = true;
    while_asked_ = [&] {
        free_while_asked = is_free();
    };
    serve(granting(R"(,"refresh_token":"fresh-2")"));
    ASSERT_TRUE(adapter_->referrals(1));
    EXPECT_FALSE(free_while_asked);
    EXPECT_TRUE(is_free()) << "once the fresh one is kept";
}

TEST_F(LinkedUser, WhereAnotherProcessDoesNotEndItsTurnItIsTriedAgainLater) {
    keep_turns();
    time_out_ = std::chrono::milliseconds{0};
    serve(granting(""));
    const auto turn = take_sign_in_turn(turn_file_, time_out_);
    ASSERT_TRUE(turn);
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::Unreachable);
    EXPECT_TRUE(server_->seen().empty());
}

TEST_F(LinkedUser, WhoIsNoLongerAcceptedOrNotThereIsForPeople) {
    serve(http(400, R"({"error":"invalid_grant"})"));
    const auto refused = adapter_->referrals(1);
    EXPECT_EQ(refused.error().failure, CaseFailure::NotSignedIn);
    EXPECT_NE(refused.error().words.find("Link them again"), std::string::npos);
    token_.clear();
    const auto nobody = adapter_->referrals(1);
    EXPECT_EQ(nobody.error().failure, CaseFailure::NotSignedIn);
    EXPECT_NE(nobody.error().words.find("Nobody is linked"), std::string::npos);
}

TEST_F(LinkedUser, AnAnswerWithAnOddTokenIsNotUnderstood) {
    serve(granting(R"(,"refresh_token":"two words")"));
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::NotUnderstood);
    EXPECT_EQ(token_, "old+token/1");
}

}  // namespace
