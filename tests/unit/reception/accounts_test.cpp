// The rules of accounts (docs/reception.md).

#include "server/app/accounts.h"

#include <gtest/gtest.h>

#include "server/crypto/hub_vault.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"

namespace server::app {
namespace {

using namespace std::chrono_literals;
using base::ErrorKind;

domain::Date day(const char* text) {
    return domain::parse_date(text).value();
}

class Accounts : public testing::Test {
protected:
    NewAccount wanted(const std::string& name = "Sam Reid") {
        return {name, Role::Reception, {"Enhanced", "V-0815", day("2026-01-05"), day("2029-01-04")}};
    }
    AccountOccasion occasion() { return {"Kim", now, entropy, vault}; }
    template <class Act>
    auto in_store(const Act& act) {
        decltype(act(std::declval<Transaction&>())) outcome = base::fail(ErrorKind::Unavailable, "");
        const base::Done done = store.write_and_wait([&](Transaction& transaction) -> base::Done {
            outcome = act(transaction);
            if (!outcome) return tl::unexpected<base::Error>(outcome.error());
            return {};
        });
        (void)done;
        return outcome;
    }
    base::Result<std::string> add(const NewAccount& account) {
        return in_store(
            [&](Transaction& transaction) { return add_account(transaction, account, occasion()); });
    }
    Account account(const std::string& name = "Sam Reid") {
        std::optional<Account> found;
        EXPECT_TRUE(store.read([&](View& view) -> base::Done {
            found = TRY(view.account_named(name));
            return {};
        }));
        return found.value();
    }
    void try_wrong() {
        EXPECT_TRUE(store.write_and_wait([&](Transaction& transaction) {
            return count_wrong_try(transaction, account_in(transaction), occasion());
        }));
    }
    static Account account_in(Transaction& transaction) {
        return transaction.account_named("Sam Reid").value().value();
    }

    support::MemoryStore store;
    support::SeededEntropy entropy{20261127};
    crypto::HubVault vault{base::Secret(std::string_view("0123456789abcdef0123456789abcdef")), entropy};
    base::Instant now = base::parse_instant("2026-11-27T10:00:00Z").value();
};

TEST_F(Accounts, AreAddedWithACodeForTheFirstSignInThatOnlyTheirHolderHas) {
    const std::string code = add(wanted()).value();
    EXPECT_EQ(code.size(), 14U);
    const Account sam = account();
    EXPECT_EQ(sam.code_hash, code_hash(vault, kSignInCode, sam.id, code));
    EXPECT_EQ(sam.code_until, now + 72h);
    EXPECT_TRUE(sam.password.empty());
    EXPECT_EQ(store.record().account_changes.front().who, "Kim");
    EXPECT_EQ(sam.code_hash.find(code), std::string::npos);
}

TEST_F(Accounts, ACodeIsTakenHoweverItIsTyped) {
    const AccountId id("one");
    EXPECT_EQ(code_hash(vault, kSignInCode, id, "K7QF-2MXA-9RTB"),
              code_hash(vault, kSignInCode, id, " k7qf 2mxa 9rtb"));
    EXPECT_NE(code_hash(vault, kSignInCode, id, "K7QF-2MXA-9RTB"),
              code_hash(vault, kSignInCode, AccountId("two"), "K7QF-2MXA-9RTB"));
    EXPECT_NE(code_hash(vault, kSignInCode, id, "K7QF-2MXA-9RTB"),
              code_hash(vault, kRecoveryCode, id, "K7QF-2MXA-9RTB"));
}

TEST_F(Accounts, AreRefusedWithoutANameOrWithVettingThatIsOver) {
    EXPECT_EQ(add(wanted("")).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(add(wanted(" Sam")).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(add(wanted("Sam\nReid")).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(add(wanted(std::string(61, 'a'))).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(add(wanted(std::string(60, 'a'))));
    NewAccount over = wanted();
    over.vetting.expires = day("2026-11-27");
    EXPECT_EQ(add(over).error().kind, ErrorKind::InvalidInput);
    over.vetting.expires = day("2026-11-28");
    EXPECT_TRUE(add(over));
    EXPECT_EQ(add(wanted("sam reid")).error().kind, ErrorKind::Conflict);
}

TEST_F(Accounts, FiveWrongTriesSlowDownAndTwentyLock) {
    ASSERT_TRUE(add(wanted()));
    for (int i = 0; i < 4; ++i) try_wrong();
    EXPECT_TRUE(may_try(account(), now));
    try_wrong();
    EXPECT_FALSE(may_try(account(), now));
    EXPECT_FALSE(may_try(account(), now + 60s - 1us));
    EXPECT_TRUE(may_try(account(), now + 60s));
    EXPECT_TRUE(may_try(account(), now - 1h)) << "a clock that was put back shuts nobody out";
    for (int i = 5; i < 19; ++i) try_wrong();
    EXPECT_FALSE(account().locked_at);
    try_wrong();
    EXPECT_EQ(account().locked_at, now);
    EXPECT_FALSE(may_try(account(), now + 24h));
    EXPECT_EQ(store.record().account_changes.back().act, AccountAct::LockedByTries);
    ASSERT_TRUE(store.write_and_wait(
        [&](Transaction& transaction) { return unlock_account(transaction, "Sam Reid", occasion()); }));
    EXPECT_TRUE(may_try(account(), now));
}

TEST_F(Accounts, ALockByTriesIsToldFromOneByAPerson) {
    ASSERT_TRUE(add(wanted()));
    for (unsigned i = 0; i < kTriesUntilLocked; ++i) {
        EXPECT_FALSE(is_locked_by_tries(account()));
        try_wrong();
    }
    EXPECT_TRUE(is_locked_by_tries(account()));
    now += 1min;
    ASSERT_TRUE(in_store(
        [&](Transaction& transaction) { return lock_account(transaction, "Sam Reid", occasion()); }));
    EXPECT_FALSE(is_locked_by_tries(account())) << "a person has taken it up";
}

TEST_F(Accounts, ALockEndsEverySessionAndAResetForgetsPasswordAndSecondStep) {
    ASSERT_TRUE(add(wanted()));
    ASSERT_TRUE(store.write_and_wait([&](Transaction& transaction) {
        Account sam = account_in(transaction);
        sam.password = "hash";
        sam.second_factor = "key";
        sam.recovery_hashes = {"one"};
        return transaction.put(sam);
    }));
    const auto before = account().sessions_since;
    ASSERT_TRUE(store.write_and_wait(
        [&](Transaction& transaction) { return lock_account(transaction, "Sam Reid", occasion()); }));
    EXPECT_NE(account().sessions_since, before);
    const auto code = in_store(
        [&](Transaction& transaction) { return reset_account(transaction, "Sam Reid", occasion()); });
    ASSERT_TRUE(code);
    const Account sam = account();
    EXPECT_TRUE(sam.password.empty() && sam.second_factor.empty() && sam.recovery_hashes.empty());
    EXPECT_FALSE(sam.locked_at);
    EXPECT_EQ(sam.code_hash, code_hash(vault, kSignInCode, sam.id, *code));
}

TEST(Passwords, MustBeLongEnoughAndNotWhatManyPeopleChoose) {
    const std::set<std::string, std::less<>> denied{"password", "manchester", "qwertyuiop"};
    const auto refused = [&](std::string_view password) {
        return !why_password_is_refused(password, "Samantha Reid", denied).empty();
    };
    EXPECT_TRUE(refused("short words"));
    EXPECT_FALSE(refused("three wet dogs"));
    EXPECT_TRUE(refused(std::string(201, 'a') + "bcdefgh"));
    EXPECT_TRUE(refused("aaaaaaaaaaaaaaa"));
    EXPECT_TRUE(refused("202611270815"));
    EXPECT_TRUE(refused("Password2026!"));
    EXPECT_TRUE(refused("P@ssw0rd1234"));
    EXPECT_TRUE(refused("passwordpassword"));
    EXPECT_TRUE(refused("manchester01!"));
    EXPECT_TRUE(refused("samantha1990"));
    EXPECT_FALSE(refused("manchester rain on monday morning"));
    EXPECT_FALSE(refused("Αγία Ζώνη 19 δρόμος"));
}

TEST_F(Accounts, APinIsSixDigitsThatAreNotEasyToGuess) {
    for (const char* pin : {"", "12345", "1234567", "12345a", "      ", "12 345"}) {
        EXPECT_NE(why_pin_is_refused(pin).find("6 digits"), std::string::npos) << pin;
    }
    for (const char* pin : {"000000", "777777", "123456", "987654", "456789"}) {
        EXPECT_NE(why_pin_is_refused(pin).find("too easy"), std::string::npos) << pin;
    }
    for (const char* pin : {"271828", "135790", "112233", "024680", "123457"}) {
        EXPECT_EQ(why_pin_is_refused(pin), "") << pin;
    }
}

TEST_F(Accounts, AResetForgetsThePin) {
    ASSERT_TRUE(add(wanted()));
    ASSERT_TRUE(in_store([&](Transaction& transaction) -> base::Result<bool> {
        Account account = TRY(transaction.account_named("Sam Reid")).value();
        account.pin_hash = "hash of a PIN";
        TRY_DONE(transaction.put(account));
        TRY(reset_account(transaction, "Sam Reid", occasion()));
        account = TRY(transaction.account_named("Sam Reid")).value();
        EXPECT_EQ(account.pin_hash, "");
        return true;
    }));
}

TEST_F(Accounts, AreErasedOnceTheyAreLockedAndNothingOfThePersonIsLeft) {
    ASSERT_TRUE(add(wanted()));
    const Account sam = account();
    const auto erase = [&](const std::string& name) {
        return in_store(
            [&](Transaction& transaction) { return erase_account(transaction, name, occasion()); });
    };
    EXPECT_EQ(erase("Sam Reid").error().kind, ErrorKind::Conflict) << "they may still be here";
    ASSERT_TRUE(in_store(
        [&](Transaction& transaction) { return lock_account(transaction, "Sam Reid", occasion()); }));
    ASSERT_TRUE(erase("Sam Reid"));
    const Account left = store.record().accounts.at(sam.id);
    EXPECT_EQ(left.name, "Former account " + sam.id.text().substr(0, 8));
    EXPECT_EQ(left.vetting, Vetting{});
    EXPECT_TRUE(left.code_hash.empty() && left.password.empty() && left.second_factor.empty());
    EXPECT_EQ(left.erased_at, now);
    EXPECT_FALSE(may_try(left, now));
    EXPECT_GT(left.sessions_since, sam.sessions_since) << "whoever is signed in is out";
    EXPECT_EQ(store.record().account_changes.back().act, AccountAct::Erased);
    EXPECT_EQ(erase("Sam Reid").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(erase(left.name).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(
        in_store([&](Transaction& transaction) { return unlock_account(transaction, left.name, occasion()); })
            .error()
            .kind,
        ErrorKind::Conflict);
}

}  // namespace
}  // namespace server::app
