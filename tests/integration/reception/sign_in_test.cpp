// The way in, and what every reply carries.

#include "server/reception/pages.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

TEST_F(Desk, TheFirstSignInChoosesAPasswordAndSetsUpTheSecondStep) {
    const std::string code = add_account("Sam Reid", Role::Reception);
    Browser sam = browser();
    sam.get("/");
    EXPECT_EQ(sam.path(), "/sign-in");
    sam.post("/sign-in", {{"name", "sam reid"}, {"password", code}});
    ASSERT_EQ(sam.path(), "/password");
    sam.post("/password", {{"password", "short"}, {"again", "short"}});
    EXPECT_TRUE(says(sam, "at least 12 characters"));
    sam.post("/password", {{"password", kPassword}, {"again", "three wet cats"}});
    EXPECT_TRUE(says(sam, "not the same"));
    sam.post("/password", {{"password", "Password2026!"}, {"again", "Password2026!"}});
    EXPECT_TRUE(says(sam, "easy to guess"));
    sam.post("/password", {{"password", kPassword}, {"again", kPassword}, {"pin", "12345"}});
    EXPECT_TRUE(says(sam, "Enter 6 digits"));
    sam.post("/password", {{"password", kPassword}, {"again", kPassword}, {"pin", "123456"}});
    EXPECT_TRUE(says(sam, "easy to guess"));
    sam.post("/password", {{"password", kPassword}, {"again", kPassword}, {"pin", kPin}});
    ASSERT_EQ(sam.path(), "/second-step");
    EXPECT_TRUE(says(sam, "<svg"));
    sam.post("/second-step", {{"code", "000000"}});
    EXPECT_TRUE(says(sam, "does not fit"));
    EXPECT_TRUE(account("Sam Reid").second_factor.empty());
}

TEST_F(Desk, ASecondStepThatIsSetUpIsNotReplacedByASessionThatIsHalfWayIn) {
    const std::string code = add_account("Sam Reid", Role::Reception);
    Browser sam = browser();
    sam.get("/sign-in");
    sam.post("/sign-in", {{"name", "Sam Reid"}, {"password", code}});
    sam.post("/password", {{"password", kPassword}, {"again", kPassword}, {"pin", kPin}});
    ASSERT_EQ(sam.path(), "/second-step");
    // Somebody who saw the password is half-way in before Sam goes on.
    Browser thief = sign_in_again("Sam Reid");
    ASSERT_EQ(thief.path(), "/second-step");
    const auto code_for = [this](const Browser& shown) {
        const auto at = shown.page().find("id=\"key\">") + 9;
        std::string key = shown.page().substr(at, shown.page().find('<', at) - at);
        std::erase(key, ' ');
        return secrets_.code_at(secrets_.key_of_words(key), clock_.now());
    };
    const std::string of_thief = code_for(thief);
    sam.post("/second-step", {{"code", code_for(sam)}});
    ASSERT_TRUE(says(sam, "Keep these codes"));
    const std::string kept = account("Sam Reid").second_factor;
    thief.post("/second-step", {{"code", of_thief}});
    EXPECT_TRUE(says(thief, "The second step is set up already."));
    EXPECT_EQ(account("Sam Reid").second_factor, kept);
    thief.get("/board");
    EXPECT_NE(thief.path(), "/board");
}

TEST_F(Desk, TheFirstCodeCountsOnceAndForThreeDays) {
    const std::string code = add_account("Sam Reid", Role::Reception);
    clock_.advance(72h);
    Browser late = browser();
    late.get("/sign-in");
    late.post("/sign-in", {{"name", "Sam Reid"}, {"password", code}});
    EXPECT_EQ(late.path(), "/sign-in");
    EXPECT_TRUE(says(late, "There is a problem"));

    const std::string again = add_account("Alex Poe", Role::Reception);
    Browser alex = browser();
    alex.get("/sign-in");
    alex.post("/sign-in", {{"name", "Alex Poe"}, {"password", again}});
    alex.post("/password", {{"password", kPassword}, {"again", kPassword}, {"pin", kPin}});
    ASSERT_EQ(alex.path(), "/second-step");
    Browser other = browser();
    other.get("/sign-in");
    other.post("/sign-in", {{"name", "Alex Poe"}, {"password", again}});
    EXPECT_EQ(other.path(), "/sign-in");
}

TEST_F(Desk, ACodeOfTheSecondStepCountsOnceAndACodeOnPaperStandsInForIt) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const auto at = sam.page().find("class=\"hub-code\">") + 17;
    const std::string on_paper = sam.page().substr(at, 14);
    Browser replay = sign_in_again("Sam Reid");
    EXPECT_EQ(replay.path(), "/code") << "the code that set it up was used up by that";
    EXPECT_TRUE(says(replay, "used before"));
    replay.post("/code", {{"code", on_paper}});
    EXPECT_EQ(replay.path(), "/board");
    clock_.advance(1min);
    Browser later = browser();
    later.get("/sign-in");
    later.post("/sign-in", {{"name", "Sam Reid"}, {"password", kPassword}});
    later.post("/code", {{"code", on_paper}});
    EXPECT_EQ(later.path(), "/code") << "on paper each counts once, too";
    later.post("/code", {{"code", code_of("Sam Reid")}});
    EXPECT_EQ(later.path(), "/board");
}

TEST_F(Desk, NobodyLearnsWhetherANameIsThere) {
    signed_in("Sam Reid", Role::Reception);
    const auto answer = [&](const std::string& name) {
        Browser guess = browser();
        guess.get("/sign-in");
        guess.post("/sign-in", {{"name", name}, {"password", "not the password"}});
        std::string page = guess.page();
        for (auto at = page.find(name); at != std::string::npos; at = page.find(name))
            page.erase(at, name.size());
        page.replace(page.find(guess.form_token()), 64, "");
        return page;
    };
    EXPECT_EQ(answer("Sam Reid"), answer("No Body!"));
}

TEST_F(Desk, GuessingSlowsDownAndThenLocksEvenAgainstTheRightPassword) {
    signed_in("Sam Reid", Role::Reception);
    clock_.advance(1min);
    Browser guess = browser();
    guess.get("/sign-in");
    const auto wrong = [&] {
        guess.post("/sign-in", {{"name", "Sam Reid"}, {"password", "not the password"}});
    };
    for (int i = 0; i < 5; ++i) wrong();
    EXPECT_EQ(account("Sam Reid").wrong_tries, 5U);
    for (int i = 0; i < 5; ++i) wrong();
    EXPECT_EQ(account("Sam Reid").wrong_tries, 5U) << "a try too soon is not even judged";
    guess.post("/sign-in", {{"name", "Sam Reid"}, {"password", kPassword}});
    EXPECT_EQ(guess.path(), "/sign-in");
    clock_.advance(1min);
    Browser right = sign_in_again("Sam Reid");
    EXPECT_EQ(right.path(), "/board") << "a minute later the right one counts";
    EXPECT_EQ(account("Sam Reid").wrong_tries, 0U);
    for (int i = 0; i < 20; ++i) {
        clock_.advance(1min);
        wrong();
    }
    EXPECT_TRUE(account("Sam Reid").locked_at);
    clock_.advance(24h);
    EXPECT_EQ(sign_in_again("Sam Reid").path(), "/sign-in");
}

TEST_F(Desk, GuessingTheSecondStepCountsToo) {
    signed_in("Sam Reid", Role::Reception);
    clock_.advance(1min);
    Browser thief = browser();
    thief.get("/sign-in");
    thief.post("/sign-in", {{"name", "Sam Reid"}, {"password", kPassword}});
    for (int i = 0; i < 8; ++i) thief.post("/code", {{"code", "123456"}});
    EXPECT_EQ(account("Sam Reid").wrong_tries, 5U);
    thief.post("/code", {{"code", code_of("Sam Reid")}});
    EXPECT_EQ(thief.path(), "/code");
}

TEST_F(Desk, EveryReplyIsKeptFromCachesFramesAndForeignScripts) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    for (const char* path :
         {"/sign-in", "/board", "/board/part", "/account", "/nothing-here", "/assets/page.js"}) {
        const auto reply = sam.ask("GET", path, "", "");
        const std::string policy = reply.header("Content-Security-Policy");
        EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << path;
        EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << path;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos) << path;
        EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff") << path;
        EXPECT_EQ(reply.header("Referrer-Policy"), "no-referrer") << path;
        EXPECT_NE(reply.header("Strict-Transport-Security"), "") << path;
        EXPECT_EQ(reply.header("Cache-Control"),
                  std::string(path).starts_with("/assets/") ? "max-age=3600" : "no-store")
            << path;
        EXPECT_EQ(reply.body.find("<script>"), std::string::npos) << path;
        EXPECT_EQ(reply.body.find(" style="), std::string::npos) << path;
        EXPECT_EQ(reply.body.find(" onclick="), std::string::npos) << path;
    }
}

TEST_F(Desk, TheCookieIsOfThisHostAloneAndOutOfReachOfScripts) {
    const auto reply = browser().ask("GET", "/sign-in", "", "");
    const std::string cookie = reply.header("Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-reception="));
    for (const char* needs : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"}) {
        EXPECT_NE(cookie.find(needs), std::string::npos) << needs;
    }
    EXPECT_EQ(cookie.find("Domain"), std::string::npos);
    EXPECT_EQ(cookie.find("Expires"), std::string::npos);
}

TEST_F(Desk, WhatIsTypedStaysText) {
    Browser sam = browser();
    sam.get("/sign-in");
    sam.post("/sign-in", {{"name", "\"><script>alert(1)</script>"}, {"password", "x"}});
    EXPECT_FALSE(says(sam, "<script>alert"));
    EXPECT_TRUE(says(sam, "&lt;script&gt;alert"));
}

TEST_F(Desk, RefusesWhatIsNoRequestForAPage) {
    Browser nobody = browser();
    constexpr char kForm[] = "Content-Type: application/x-www-form-urlencoded\r\n";
    EXPECT_EQ(nobody.ask("GET", "/../hub.key", "", "").status, 404);
    EXPECT_EQ(nobody.ask("GET", "/appointments/1%27%20OR%201=1", "", "").status, 404);
    EXPECT_EQ(nobody.ask("PUT", "/sign-in", "", "").status, 405);
    EXPECT_EQ(nobody.ask("PUT", "/sign-in", "", "").header("Allow"), "GET, POST");
    EXPECT_EQ(nobody.ask("POST", "/sign-in", "Content-Type: application/json\r\n", "{}").status, 415);
    EXPECT_EQ(nobody.ask("POST", "/sign-in", kForm, std::string(192 * 1024 + 1, 'a')).status, 413);
    EXPECT_EQ(nobody.ask("POST", "/sign-in", kForm, "a=%zz").status, 400);
    EXPECT_EQ(nobody.ask("POST", "/sign-in", kForm, "name=x").status, 403);
    EXPECT_EQ(nobody.ask("GET", "/sign-in", "Cookie: a=1\r\nCookie: b=2\r\n", "").status, 400);
}

}  // namespace
}  // namespace tests
