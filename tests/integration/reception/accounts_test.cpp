// Accounts in the browser: what managers see of them and do with them.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::AccountAct;
using server::app::Role;

class AccountPages : public Desk {
protected:
    std::string path_of(const std::string& name) { return "/accounts/" + account(name).id.text(); }

    /// Every field of a new account that is right.
    std::vector<Browser::Field> nia() {
        return {{"name", "Nia Field"},        {"role", "reception"},
                {"vetting_type", "Enhanced"}, {"vetting_number", "V-0042"},
                {"vetting_on", "2026-02-01"}, {"vetting_expires", "2027-02-01"}};
    }
    std::vector<Browser::Field> nia_but(const std::string& field, const std::string& value) {
        auto fields = nia();
        for (auto& [name, typed] : fields) {
            if (name == field) typed = value;
        }
        return fields;
    }
    /// The one-time code on the page that the browser shows.
    static std::string code_on(const Browser& browser) {
        const std::string start = "id=\"code\">";
        const std::size_t at = browser.page().find(start);
        return at == std::string::npos ? "" : browser.page().substr(at + start.size(), 14);
    }
    void guess(const std::string& name, int tries) {
        Browser thief = browser();
        thief.get("/sign-in");
        for (int i = 0; i < tries; ++i) {
            clock_.advance(1min);
            thief.post("/sign-in", {{"name", name}, {"password", "not the password"}});
        }
    }
    std::vector<AccountAct> acts_on(const std::string& name) {
        std::vector<AccountAct> acts;
        const auto id = account(name).id;
        EXPECT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
            for (const auto& one : TRY(view.account_changes_between(clock_.now() - 24h, clock_.now() + 1h))) {
                if (one.account == id) acts.push_back(one.act);
            }
            return {};
        }));
        return acts;
    }
};

TEST_F(AccountPages, AManagerAddsSomebodyWhoSignsInWithTheCodeThatIsShownOnce) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/accounts/add");
    mina.post("/accounts/add", nia());
    EXPECT_TRUE(says(mina, "Code for Nia Field"));
    const std::string code = code_on(mina);
    ASSERT_EQ(code.size(), 14U);
    mina.get("/accounts");
    EXPECT_TRUE(says(mina, "Nia Field"));
    EXPECT_TRUE(says(mina, "Has not signed in yet"));
    EXPECT_TRUE(says(mina, "Account added"));
    EXPECT_FALSE(says(mina, code)) << "it is shown once";
    mina.get(path_of("Nia Field"));
    EXPECT_FALSE(says(mina, code));

    Browser herself = browser();
    herself.get("/sign-in");
    herself.post("/sign-in", {{"name", "Nia Field"}, {"password", code}});
    EXPECT_EQ(herself.path(), "/password");
    EXPECT_EQ(account("Nia Field").role, Role::Reception);
    EXPECT_EQ(account("Nia Field").vetting.number, "V-0042");
}

TEST_F(AccountPages, WhatIsWrongWithANewAccountIsSaidBesideItsFieldAndWhatWasTypedStays) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/accounts/add");
    const auto refuses = [&](const std::string& field, const std::string& value, const std::string& words) {
        const auto reply = mina.post("/accounts/add", nia_but(field, value));
        EXPECT_EQ(reply.status, 400) << field;
        EXPECT_TRUE(says(mina, "id=\"" + field + "-error\"")) << field << " = " << value;
        EXPECT_TRUE(says(mina, words)) << field << " = " << value;
    };
    refuses("name", "", "Enter their name");
    refuses("name", std::string(61, 'a'), "Enter their name");
    refuses("name", "mina holt", "this name is taken");
    refuses("role", "", "Choose what they do.");
    refuses("role", "owner", "Choose what they do.");
    refuses("vetting_type", "", "Enter the vetting’s type.");
    refuses("vetting_number", "", "Enter the vetting’s number.");
    refuses("vetting_on", "yesterday", "Enter the day of the vetting.");
    refuses("vetting_expires", "", "Enter the day on which the vetting runs out.");
    refuses("vetting_expires", "2026-11-23", "This vetting has run out.");
    refuses("vetting_expires", "2026-12-01x", "Enter the day on which");
    mina.post("/accounts/add", nia_but("vetting_on", "2027-02-01"));
    EXPECT_TRUE(says(mina, "This must be after the day of the vetting."));
    EXPECT_TRUE(says(mina, "value=\"V-0042\""));
    EXPECT_TRUE(says(mina, "<option value=\"reception\" selected>"));
}

TEST_F(AccountPages, ALockShutsOutAtOnceAndAnUnlockLetsInAgain) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser mina = signed_in("Mina Holt", Role::Manager);
    const std::string page = path_of("Sam Reid");
    mina.get(page);
    mina.post(page + "/lock", {{"seen", hidden(mina, "seen")}});
    EXPECT_EQ(mina.path(), page);
    EXPECT_TRUE(says(mina, "Locked at 14:10"));
    sam.get("/board");
    EXPECT_EQ(sam.path(), "/sign-in");
    mina.post(page + "/unlock", {{"seen", hidden(mina, "seen")}});
    EXPECT_TRUE(says(mina, "Active"));
    clock_.advance(1min);
    EXPECT_EQ(sign_in_again("Sam Reid").path(), "/board");
    EXPECT_TRUE(says(mina, "Mina Holt</td>")) << "who did it";
}

TEST_F(AccountPages, AResetForgetsEverythingAndShowsANewCodeOnce) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser mina = signed_in("Mina Holt", Role::Manager);
    const std::string page = path_of("Sam Reid");
    mina.get(page);
    const std::string seen = hidden(mina, "seen");
    mina.post(page + "/reset", {{"seen", seen}});
    const std::string code = code_on(mina);
    ASSERT_EQ(code.size(), 14U);
    sam.get("/board");
    EXPECT_EQ(sam.path(), "/sign-in");
    EXPECT_TRUE(account("Sam Reid").second_factor.empty());

    const auto again = mina.post(page + "/reset", {{"seen", seen}});
    EXPECT_EQ(again.status, 400) << "the same form, sent again by the browser";
    EXPECT_TRUE(says(mina, "something else was done since you opened the page"));
    sam.get("/sign-in");
    sam.post("/sign-in", {{"name", "Sam Reid"}, {"password", code}});
    EXPECT_EQ(sam.path(), "/password") << "the first code still counts";
}

TEST_F(AccountPages, NobodyDoesAnythingToTheirOwnAccount) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    const std::string page = path_of("Mina Holt");
    mina.get(page);
    EXPECT_TRUE(says(mina, "This is your own account."));
    for (const char* act : {"/lock", "/unlock", "/reset"}) {
        EXPECT_FALSE(says(mina, std::string("action=\"") + page + act)) << act;
        mina.get(page);
        mina.post(page + act, {{"seen", hidden(mina, "seen")}});
        EXPECT_TRUE(says(mina, "this is your own account: another manager must do it")) << act;
        mina.get(page);
    }
    EXPECT_FALSE(account("Mina Holt").locked_at);
    EXPECT_EQ(mina.path(), page) << "signed in still";
}

TEST_F(AccountPages, OfTwoManagersTheSecondIsTold) {
    signed_in("Sam Reid", Role::Reception);
    Browser mina = signed_in("Mina Holt", Role::Manager);
    Browser nora = signed_in("Nora Lane", Role::Manager);
    const std::string page = path_of("Sam Reid");
    for (Browser* one : {&mina, &nora}) one->get(page);
    mina.post(page + "/lock", {{"seen", hidden(mina, "seen")}});
    const auto acts = acts_on("Sam Reid");
    nora.post(page + "/lock", {{"seen", hidden(nora, "seen")}});
    EXPECT_TRUE(says(nora, "something else was done since you opened the page"));
    EXPECT_TRUE(says(nora, "Unlock the account")) << "the page as it is now";
    EXPECT_EQ(acts_on("Sam Reid"), acts);
    nora.post(page + "/lock");
    EXPECT_TRUE(says(nora, "This was not done")) << "a form without a mark";
}

TEST_F(AccountPages, AnAccountLockedByWrongTriesIsTheFirstThingThatManagersReadAndNobodyElse) {
    signed_in("Sam Reid", Role::Reception);
    clock_.advance(1min);
    guess("Sam Reid", 20);
    Browser mina = signed_in("Mina Holt", Role::Manager);
    for (const char* path : {"/accounts", "/board", "/board/part"}) {
        mina.get(path);
        EXPECT_TRUE(says(
            mina, "Account locked by wrong tries: <a class=\"govuk-link\" href=\"" + path_of("Sam Reid")))
            << path;
    }
    Browser rae = signed_in("Rae Desk", Role::Reception);
    rae.get("/board");
    EXPECT_FALSE(says(rae, "locked by wrong tries"));
    mina.get(path_of("Sam Reid"));
    EXPECT_TRUE(says(mina, "Locked by wrong tries at 14:31"));
    EXPECT_TRUE(says(mina, "Ask Sam Reid whether that was them."));
    mina.post(path_of("Sam Reid") + "/unlock", {{"seen", hidden(mina, "seen")}});
    for (const char* path : {"/accounts", "/board"}) {
        mina.get(path);
        EXPECT_FALSE(says(mina, "Account locked by wrong tries")) << path;
    }
}

TEST_F(AccountPages, WarnOfVettingAndShowWhatWasDoneInThirtyDays) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/accounts/add");
    mina.post("/accounts/add", nia_but("vetting_expires", "2026-12-01"));
    mina.get("/accounts");
    EXPECT_TRUE(says(mina, "Vetting runs out in 8 days"));
    EXPECT_TRUE(says(mina, "Second step set up"));
    EXPECT_TRUE(says(mina, "Password chosen"));
    clock_.advance(24h * 31);
    Browser later = sign_in_again("Mina Holt");
    later.get("/accounts");
    EXPECT_TRUE(says(later, "Vetting has run out"));
    EXPECT_TRUE(says(later, "Has not signed in, and the code has run out"));
    EXPECT_TRUE(says(later, "Nothing was done."));
}

TEST_F(AccountPages, ANameThatIsHtmlStaysText) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/accounts/add");
    mina.post("/accounts/add", nia_but("name", "<script>x</script>"));
    EXPECT_TRUE(says(mina, "Code for &lt;script&gt;"));
    mina.get("/accounts");
    EXPECT_FALSE(says(mina, "<script>x"));
}

}  // namespace
}  // namespace tests
