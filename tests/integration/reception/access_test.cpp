// Who gets where: every page with every role, with none, with another's session and with a forged form.

#include <map>

#include "server/reception/pages.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using server::app::Role;
using server::http::Method;
using server::reception::Page;
using server::reception::PageName;
using server::reception::Stage;

std::string path_of(const Page& page, const std::string& id) {
    if (!page.ending) return std::string(page.path);
    const std::string of = page.name == PageName::Asset ? "page.js" : id;
    return std::string(page.path) + of + std::string(*page.ending);
}

constexpr char kForm[] = "Content-Type: application/x-www-form-urlencoded\r\n";

/// Asks for a page without following where it leads. A stream is asked with what makes it end: nothing.
support::HttpReply ask(Browser& browser, const Page& page, const std::string& token, const std::string& id) {
    const bool posts = page.method == Method::Post;
    return browser.ask(posts ? "POST" : "GET", path_of(page, id), posts ? kForm : "",
                       posts ? "form_token=" + token : "");
}

bool leads_to_sign_in(const support::HttpReply& reply) {
    return reply.status == 303 && reply.header("Location") == "/sign-in";
}

/// A stream goes on for ever: it is tested by itself.
bool is_stream(const Page& page) {
    return page.name == PageName::BoardChanges;
}

/// Ends what the others need.
bool signs_out(const Page& page) {
    return page.name == PageName::SignOut || page.name == PageName::SignOutEverywhere;
}

TEST_F(Desk, WithoutASessionThereIsNothingButTheWayIn) {
    Browser nobody = browser();
    for (const Page& page : server::reception::pages()) {
        if (!page.stage) continue;
        EXPECT_TRUE(leads_to_sign_in(ask(nobody, page, "", kRosa))) << page.word;
        nobody.set_cookie("__Host-reception=" + std::string(64, 'a'));
        EXPECT_TRUE(leads_to_sign_in(ask(nobody, page, "", kRosa))) << page.word << " with a made-up token";
        nobody.set_cookie("__Host-reception=x");
        EXPECT_TRUE(leads_to_sign_in(ask(nobody, page, "", kRosa))) << page.word << " with no token";
        nobody.set_cookie("");
    }
}

TEST_F(Desk, EveryRoleGetsWhatTheTableSaysAndNothingElse) {
    const std::map<Role, std::string> names{{Role::Reception, "Sam Reid"},
                                            {Role::Caseworker, "Cleo Ash"},
                                            {Role::Manager, "Mina Holt"},
                                            {Role::Analyst, "Ana Lytle"}};
    unsigned refused = 0;
    for (const auto& [role, name] : names) {
        Browser of_role = signed_in(name, role);
        of_role.get("/account");
        const std::string token = of_role.form_token();
        for (const Page& page : server::reception::pages()) {
            if (!page.stage || signs_out(page)) continue;
            if (is_stream(page) && page.roles.has(role)) continue;  // it would not end
            const auto reply = ask(of_role, page, token, kRosa);
            const std::string what = name + ": " + page.word;
            if (*page.stage != Stage::In) {
                EXPECT_EQ(reply.status, 303) << what << " is for the way in";
                EXPECT_EQ(reply.header("Location"), "/") << what;
            } else if (page.roles.has(role)) {
                EXPECT_NE(reply.status, 403) << what;
                EXPECT_FALSE(leads_to_sign_in(reply)) << what;
            } else {
                EXPECT_EQ(reply.status, 403) << what;
                ++refused;
            }
        }
    }
    EXPECT_GT(refused, 10U) << "the table lets everybody do everything";
}

TEST_F(Desk, NoActIsTakenWithoutTheTokenOfItsOwnSession) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/account");
    Browser alex = signed_in("Alex Poe", Role::Reception);
    alex.get("/account");
    const std::string of_another = alex.form_token();
    ASSERT_NE(of_another, sam.form_token());
    for (const Page& page : server::reception::pages()) {
        if (page.method != Method::Post || page.stage != Stage::In) continue;
        for (const std::string& forged : {std::string(), std::string(64, '0'), of_another}) {
            EXPECT_EQ(ask(sam, page, forged, kRosa).status, 403) << page.word;
        }
    }
    EXPECT_EQ(sam.get("/account").status, 200) << "signed in still";
}

TEST_F(Desk, AFormOfAnotherSiteIsRefusedEvenWithTheRightToken) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/account");
    const std::string body = "form_token=" + sam.form_token();
    for (const char* site : {"cross-site", "same-site", "none"}) {
        const auto reply =
            sam.ask("POST", "/sign-out", std::string(kForm) + "Sec-Fetch-Site: " + site + "\r\n", body);
        EXPECT_EQ(reply.status, 403) << site;
    }
    EXPECT_EQ(sam.get("/account").status, 200) << "signed in still";
}

TEST_F(Desk, ASessionThatIsFixedBeforehandIsWorthNothing) {
    signed_in("Sam Reid", Role::Reception);
    clock_.advance(std::chrono::minutes{1});
    Browser victim = browser();
    victim.get("/sign-in");
    const std::string fixed = victim.cookie();
    victim.post("/sign-in", {{"name", "Sam Reid"}, {"password", kPassword}});
    const std::string half_in = victim.cookie();
    victim.post("/code", {{"code", code_of("Sam Reid")}});
    EXPECT_EQ(victim.path(), "/board");
    EXPECT_NE(victim.cookie(), half_in);
    for (const std::string& old : {fixed, half_in}) {
        Browser attacker = browser();
        attacker.set_cookie(old);
        attacker.get("/board");
        EXPECT_EQ(attacker.path(), "/sign-in");
    }
}

TEST_F(Desk, ThePasswordAloneOpensNothing) {
    signed_in("Sam Reid", Role::Reception);
    clock_.advance(std::chrono::minutes{1});
    Browser thief = browser();
    thief.get("/sign-in");
    thief.post("/sign-in", {{"name", "Sam Reid"}, {"password", kPassword}});
    EXPECT_EQ(thief.path(), "/code");
    for (const char* path : {"/board", "/account", "/second-step", "/password"}) {
        thief.get(path);
        EXPECT_EQ(thief.path(), "/code") << path;
    }
}

TEST_F(Desk, ASessionEndsAfterTwelveHoursHoweverBusy) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    for (int hour = 0; hour < 11; ++hour) {
        clock_.advance(std::chrono::hours{1});
        EXPECT_EQ(sam.get("/account").status, 200);
        EXPECT_EQ(sam.path(), "/account");
    }
    clock_.advance(std::chrono::hours{1});
    sam.get("/account");
    EXPECT_EQ(sam.path(), "/sign-in");
}

TEST_F(Desk, TheWayInIsGivenUpAfterAQuarterOfAnHour) {
    const std::string code = add_account("Sam Reid", Role::Reception);
    Browser sam = browser();
    sam.get("/sign-in");
    sam.post("/sign-in", {{"name", "Sam Reid"}, {"password", code}});
    ASSERT_EQ(sam.path(), "/password");
    clock_.advance(std::chrono::minutes{15});
    sam.get("/password");
    EXPECT_EQ(sam.path(), "/sign-in");
}

TEST_F(Desk, SigningOutEverywhereAndALockEndEverySession) {
    Browser first = signed_in("Sam Reid", Role::Reception);
    clock_.advance(std::chrono::minutes{1});
    Browser second = sign_in_again("Sam Reid");
    ASSERT_EQ(second.path(), "/board");
    second.get("/account");
    second.post("/sign-out-everywhere");
    EXPECT_EQ(second.path(), "/sign-in");
    first.get("/board");
    EXPECT_EQ(first.path(), "/sign-in");

    clock_.advance(std::chrono::minutes{1});
    Browser third = sign_in_again("Sam Reid");
    ASSERT_EQ(third.path(), "/board");
    ASSERT_TRUE(write([&](server::app::Transaction& transaction) {
        return server::app::lock_account(transaction, "Sam Reid",
                                         {"Kim", clock_.now(), entropy_, folder_.vault()});
    }));
    third.get("/board");
    EXPECT_EQ(third.path(), "/sign-in");
    third.get("/sign-in");
    third.post("/sign-in", {{"name", "Sam Reid"}, {"password", kPassword}});
    EXPECT_NE(third.page().find("There is a problem"), std::string::npos);
}

}  // namespace
}  // namespace tests
