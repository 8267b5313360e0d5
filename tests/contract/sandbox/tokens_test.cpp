// Tokens as HMPPS Auth gives them.

#include <gtest/gtest.h>

#include "tests/contract/sandbox/caller.h"

namespace {

using namespace sandbox_test;

sandbox::Answer grant(Caller& caller, const std::string& basic, const std::string& body) {
    return caller.system
        .handle({"POST", "/auth/oauth/token", "Basic " + sandbox::base64url(basic), body}, caller.now)
        .answer;
}

TEST(Tokens, AUsersTokenLooksLikeAJwtWithTheUsersClaims) {
    Caller caller;
    const std::string claims = caller.token.substr(caller.token.find('.') + 1);
    const Json read = Json::parse(*sandbox::from_base64(claims.substr(0, claims.find('.'))));
    EXPECT_EQ(read["user_name"], sandbox::kServiceUser);
    EXPECT_EQ(read["auth_source"], "auth");
    EXPECT_TRUE(read["user_id"].is_string());
    EXPECT_EQ(read["authorities"], Json::array({"ROLE_CRS_PROVIDER"}));
    EXPECT_TRUE(read["exp"].is_number());
}

TEST(Tokens, ABareClientsTokenHasNoUserInIt) {
    Caller caller;
    const std::string token = caller.fetch_token("");
    const std::string claims = token.substr(token.find('.') + 1);
    const Json read = Json::parse(*sandbox::from_base64(claims.substr(0, claims.find('.'))));
    EXPECT_FALSE(read.contains("user_name"));
    EXPECT_EQ(read["auth_source"], "none");
    EXPECT_EQ(read["authorities"], Json::array({"ROLE_INTERVENTIONS_API_READ_ALL"}));
}

TEST(Tokens, AnAnswerSaysHowLongItLasts) {
    Caller caller;
    const Json body = Json::parse(grant(caller, "hub:demo-secret", "grant_type=client_credentials").body);
    EXPECT_EQ(body["expires_in"], 599);
    EXPECT_EQ(body["token_type"], "bearer");
}

TEST(Tokens, AWrongSecretUserOrGrantIsRefused) {
    Caller caller;
    EXPECT_EQ(grant(caller, "hub:guess", "grant_type=client_credentials").status, 401);
    EXPECT_EQ(grant(caller, "hub:demo-secret", "grant_type=client_credentials&username=X").status, 400);
    EXPECT_EQ(grant(caller, "hub:demo-secret", "grant_type=password").status, 400);
    EXPECT_EQ(grant(caller, "hub:demo-secret", "grant_type=refresh_token&refresh_token=x").status, 400);
}

TEST(Tokens, AnExpiredUnknownOrForgottenTokenIs401WithNothingInIt) {
    Caller caller;
    EXPECT_EQ(caller.get("/sent-referrals/summaries").status, 200);
    caller.now = kNow + 598s;
    EXPECT_EQ(caller.get("/sent-referrals/summaries").status, 200);
    caller.now = kNow + 599s;
    const Reply expired = caller.get("/sent-referrals/summaries");
    EXPECT_EQ(expired.status, 401);
    EXPECT_EQ(expired.text, "");

    caller.token = "unknown";
    EXPECT_EQ(caller.get("/sent-referrals/summaries").status, 401);
    caller.token = caller.fetch_token("");
    caller.system.forget_tokens();
    EXPECT_EQ(caller.get("/sent-referral/00000000-0000-4000-8000-000000000000").status, 401);
}

TEST(Tokens, TheLifetimeCanBeSet) {
    Caller caller;
    caller.system.set_token_lifetime(5s);
    caller.token = caller.fetch_token(std::string("&username=") + sandbox::kServiceUser);
    caller.now = kNow + 5s;
    EXPECT_EQ(caller.get("/sent-referrals/summaries").status, 401);
}

TEST(Tokens, ARefreshTokenOfASignedInUserGivesAUsersToken) {
    Caller caller;
    const std::string refresh = caller.system.sign_in(sandbox::kServiceUser);
    caller.token = caller.fetch_token("&refresh_token=" + refresh, "refresh_token");
    EXPECT_EQ(caller.get("/sent-referrals/summaries").status, 200);
    for (const sandbox::Call& call : caller.system.calls())
        EXPECT_EQ(call.body.find(refresh), std::string::npos) << "a refresh token stands in the call log";
}

}  // namespace
