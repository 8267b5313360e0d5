// Another PIN, without a reset; and what a wrong sign-in costs.

#include "server/store/change_mark.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

class Pin : public Desk {
protected:
    static constexpr char kNew[] = "314159";

    void change(Browser& browser, const std::string& password, const std::string& pin,
                const std::string& again) {
        browser.get("/account/pin");
        browser.post("/account/pin", {{"password", password}, {"new_pin", pin}, {"again", again}});
    }
};

TEST_F(Pin, IsChangedByWhoeverKnowsThePassword) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    change(sam, kPassword, kNew, "314158");
    EXPECT_TRUE(says(sam, "id=\"again-error\""));
    change(sam, kPassword, "123456", "123456");
    EXPECT_TRUE(says(sam, "id=\"new_pin-error\""));
    EXPECT_FALSE(says(sam, "value=\"123456\"")) << "no PIN stands in a page";
    change(sam, kPassword, kNew, kNew);
    EXPECT_EQ(sam.path(), "/account");
    clock_.advance(6min);
    sam.get("/account");
    sam.post("/come-back", {{"pin", kPin}});
    EXPECT_TRUE(says(sam, "The PIN is not right."));
    sam.post("/come-back", {{"pin", kNew}});
    EXPECT_FALSE(says(sam, "The PIN is not right."));
    sam.get("/account");
    EXPECT_EQ(sam.path(), "/account");
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/accounts");
    EXPECT_TRUE(says(mina, "Chose a PIN"));
}

TEST_F(Pin, StaysAsItIsWithoutThePasswordAndTheTryCounts) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string before = account("Sam Reid").pin_hash;
    change(sam, "three wet cats", kNew, kNew);
    EXPECT_TRUE(says(sam, "id=\"password-error\""));
    EXPECT_EQ(account("Sam Reid").pin_hash, before);
    EXPECT_EQ(account("Sam Reid").wrong_tries, 1U);
    for (int i = 0; i < 4; ++i) change(sam, "three wet cats", kNew, kNew);
    change(sam, kPassword, kNew, kNew);
    EXPECT_EQ(account("Sam Reid").pin_hash, before) << "five wrong ones: a minute's wait";
    clock_.advance(61s);
    change(sam, kPassword, kNew, kNew);
    EXPECT_NE(account("Sam Reid").pin_hash, before);
}

TEST_F(Pin, TypedTooLateIsTypedAgainAndStandsInNoPage) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/account/pin");
    clock_.advance(6min);
    sam.post("/account/pin", {{"password", kPassword}, {"new_pin", kNew}, {"again", kNew}});
    EXPECT_TRUE(says(sam, "Are you there?"));
    EXPECT_FALSE(says(sam, kNew));
    EXPECT_FALSE(says(sam, kPassword));
}

TEST_F(Desk, EveryWrongSignInCostsACommitWhetherThereIsTheNameOrNot) {
    signed_in("Sam Reid", Role::Reception);
    signed_in("Alex Poe", Role::Reception);
    ASSERT_TRUE(write([&](server::app::Transaction& transaction) {
        return server::app::lock_account(transaction, "Alex Poe",
                                         {"Kim", clock_.now(), entropy_, folder_.vault()});
    }));
    const auto mark = server::store::SqliteChangeMark::open(folder_.path()).value();
    Browser guess = browser();
    guess.get("/sign-in");
    for (const char* name : {"Sam Reid", "Nobody Here", "Alex Poe", ""}) {
        const auto before = mark->read().value();
        guess.post("/sign-in", {{"name", name}, {"password", "three wet cats"}});
        EXPECT_TRUE(says(guess, "The name or the password is not right")) << name;
        EXPECT_NE(mark->read().value(), before) << "answered without a commit: '" << name << "'";
    }
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/accounts");
    EXPECT_TRUE(says(mina, "3 wrong sign-ins under names that there are not"));
}

}  // namespace
}  // namespace tests
