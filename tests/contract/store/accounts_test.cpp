#include "server/app/account.h"
#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::Account;
using server::app::AccountAct;
using server::app::AccountChange;
using server::app::AccountId;
using server::app::Role;

const AccountId kSam("7a0c2a1e-0000-4000-8000-000000000201");
const AccountId kAlex("7a0c2a1e-0000-4000-8000-000000000202");

/// With every field set.
Account full_account(const AccountId& id, const std::string& name) {
    Account account;
    account.id = id;
    account.name = name;
    account.role = Role::Manager;
    account.vetting = {"Enhanced", "V-0815", domain::parse_date("2026-01-05").value(),
                       domain::parse_date("2029-01-04").value()};
    account.added_at = sample::start();
    account.password = "$argon2id$v=19$invented";
    account.code_hash = std::string("\0\x01hash", 6);
    account.code_until = sample::start() + hours{72};
    account.second_factor = std::string("\0twenty bytes of key", 20);
    account.second_factor_step = 59312345;
    account.pin_hash = "hash of a PIN";
    account.recovery_hashes = {"one", "two"};
    account.wrong_tries = 7;
    account.wrong_at = sample::start() + minutes{1};
    account.locked_at = sample::start() + minutes{2};
    account.sessions_since = 3;
    return account;
}

template <class Kind>
class StoreOfAccounts : public StoreContract<Kind> {
protected:
    std::optional<Account> named(const std::string& name) {
        return this->ask([&](View& view) { return view.account_named(name); }).value();
    }
    Done keep(const AccountChange& change) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(change); });
    }
};
TYPED_TEST_SUITE(StoreOfAccounts, Kinds);

TYPED_TEST(StoreOfAccounts, GivesBackEveryFieldOfAnAccount) {
    Account sam = full_account(kSam, "Sam Reid");
    ASSERT_TRUE(this->put(sam));
    EXPECT_EQ(this->ask([](View& view) { return view.account(kSam); }).value(), sam);
    sam.locked_at.reset();
    sam.wrong_at.reset();
    sam.recovery_hashes.clear();
    sam.name = "Sam Reid-Jones";
    ASSERT_TRUE(this->put(sam));
    EXPECT_EQ(this->ask([](View& view) { return view.account(kSam); }).value(), sam);
    EXPECT_EQ(this->named("Sam Reid"), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.account(kAlex); }).value(), std::nullopt);
}

TYPED_TEST(StoreOfAccounts, GivesBackAnErasedAccountWithoutADay) {
    Account erased;
    erased.id = kSam;
    erased.name = "Former account 7a0c2a1e";
    erased.added_at = sample::start();
    erased.locked_at = sample::start() + minutes{1};
    erased.erased_at = sample::start() + minutes{2};
    ASSERT_TRUE(this->put(full_account(kSam, "Sam Reid")));
    ASSERT_TRUE(this->put(erased));
    EXPECT_EQ(this->ask([](View& view) { return view.account(kSam); }).value(), erased);
    EXPECT_EQ(this->named("Sam Reid"), std::nullopt);
}

TYPED_TEST(StoreOfAccounts, FindsANameInAnyCaseAndTakesItOnce) {
    ASSERT_TRUE(this->put(full_account(kSam, "Sam Reid")));
    EXPECT_EQ(this->named(" sam REID ")->id, kSam);
    EXPECT_EQ(this->put(full_account(kAlex, "SAM reid")).error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(this->put(full_account(kAlex, "Alex Poe")));
    const auto all = this->ask([](View& view) { return view.accounts(); }).value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, "Alex Poe");
}

TYPED_TEST(StoreOfAccounts, KeepsWhatWasDoneToThemInOrder) {
    const AccountChange added{"7a0c2a1e-0000-4000-8000-000000000301", sample::start(), kSam,
                              AccountAct::Added, "Kim"};
    EXPECT_EQ(this->keep(added).error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(this->put(full_account(kSam, "Sam Reid")));
    ASSERT_TRUE(this->keep(added));
    EXPECT_EQ(this->keep(added).error().kind, ErrorKind::Conflict);
    std::vector<AccountChange> all{added};
    int number = 302;
    for (const AccountAct act : {AccountAct::Locked, AccountAct::LockedByTries, AccountAct::Unlocked,
                                 AccountAct::Reset, AccountAct::PasswordChosen, AccountAct::PinChosen,
                                 AccountAct::SecondFactorSet, AccountAct::Erased}) {
        all.push_back({"7a0c2a1e-0000-4000-8000-000000000" + std::to_string(number++),
                       sample::start() + minutes{1}, kSam, act, "Kim"});
        ASSERT_TRUE(this->keep(all.back()));
    }
    const auto between = [&](base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.account_changes_between(from, to); }).value();
    };
    EXPECT_EQ(between(sample::start(), sample::start() + hours{1}), all);
    EXPECT_EQ(between(sample::start() + minutes{2}, sample::start() + hours{1}),
              std::vector<AccountChange>{});
}

TYPED_TEST(StoreOfAccounts, KeepsHowManyTriesToSignInCountedAgainstNone) {
    EXPECT_EQ(this->ask([](View& view) { return view.refused_sign_ins(); }).value(),
              server::app::RefusedSignIns{});
    for (const std::int64_t tries : {1, 2}) {
        const server::app::RefusedSignIns refused{tries, sample::start() + minutes{tries}};
        ASSERT_TRUE(this->put(refused));
        EXPECT_EQ(this->ask([](View& view) { return view.refused_sign_ins(); }).value(), refused);
    }
}

}  // namespace
}  // namespace store_contract
