#include "server/store/accounts.h"

#include <algorithm>

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::Account;
using app::AccountAct;
using app::AccountChange;

constexpr std::array kAccountActs{Word<AccountAct>{AccountAct::Added, "added"},
                                  Word<AccountAct>{AccountAct::Locked, "locked"},
                                  Word<AccountAct>{AccountAct::LockedByTries, "locked_by_tries"},
                                  Word<AccountAct>{AccountAct::Unlocked, "unlocked"},
                                  Word<AccountAct>{AccountAct::Reset, "reset"},
                                  Word<AccountAct>{AccountAct::PasswordChosen, "password_chosen"},
                                  Word<AccountAct>{AccountAct::PinChosen, "pin_chosen"},
                                  Word<AccountAct>{AccountAct::SecondFactorSet, "second_factor_set"},
                                  Word<AccountAct>{AccountAct::Erased, "erased"}};

#define ACCOUNT_COLUMNS                                                                                    \
    "SELECT id, role, added_at, wrong_tries, wrong_at, locked_at, sessions_since, sealed, erased_at FROM " \
    "account "

std::string place_of(const app::AccountId& id) {
    return "account/" + id.text();
}

std::string place_of_change(const std::string& id) {
    return "account_change/" + id;
}

std::string name_hash(Record& record, std::string_view name) {
    return record.vault.find_hash("account_name", app::comparable_name(name));
}

/// Of an erased account there is no day.
std::string text_of(domain::Date day) {
    return day.ok() ? domain::to_text(day) : std::string();
}

base::Result<domain::Date> day_of(const std::string& text) {
    if (text.empty()) return domain::Date{};
    return domain::parse_date(text);
}

std::string fields_of(const Account& account) {
    FieldWriter fields;
    fields.add(account.name).add(account.vetting.type).add(account.vetting.number);
    fields.add(text_of(account.vetting.on)).add(text_of(account.vetting.expires));
    fields.add(account.password).add(account.code_hash).add(account.code_until);
    fields.add(account.second_factor).add(account.second_factor_step);
    fields.add(static_cast<std::int64_t>(account.recovery_hashes.size()));
    for (const std::string& hash : account.recovery_hashes) fields.add(hash);
    fields.add(account.pin_hash);
    return fields.bytes();
}

base::Done read_fields(Account& account, std::string_view bytes) {
    FieldReader fields(bytes);
    account.name = fields.text();
    account.vetting.type = fields.text();
    account.vetting.number = fields.text();
    account.vetting.on = TRY(day_of(fields.text()));
    account.vetting.expires = TRY(day_of(fields.text()));
    account.password = fields.text();
    account.code_hash = fields.text();
    account.code_until = fields.instant();
    account.second_factor = fields.text();
    account.second_factor_step = fields.number();
    for (auto left = fields.number(); left > 0 && fields.ok(); --left) {
        account.recovery_hashes.push_back(fields.text());
    }
    // Accounts that were kept before there were PINs end here.
    if (!fields.at_end()) account.pin_hash = fields.text();
    if (!fields.ok()) return damaged("an account");
    return {};
}

base::Result<Account> account_of(Record& record, const Query& row) {
    const auto role = app::role_of(row.text(1));
    if (!role) return damaged("an account");
    Account account;
    account.id = app::AccountId(row.text(0));
    account.role = *role;
    account.added_at = row.instant(2);
    account.wrong_tries = static_cast<unsigned>(row.number(3));
    account.wrong_at = row.maybe_instant(4);
    account.locked_at = row.maybe_instant(5);
    account.sessions_since = row.number(6);
    account.erased_at = row.maybe_instant(8);
    const base::Secret key = TRY(Keys(record).hub());
    const std::string bytes = TRY(record.vault.unseal(key, place_of(account.id), row.text(7)));
    TRY_DONE(read_fields(account, bytes));
    return account;
}

base::Result<std::optional<Account>> maybe_account(Record& record, Query& row) {
    if (!row.next()) return std::optional<Account>();
    return std::optional<Account>(TRY(account_of(record, row)));
}

}  // namespace

base::Result<std::vector<Account>> all_accounts(Record& record) {
    return attempt([&]() -> base::Result<std::vector<Account>> {
        std::vector<Account> all;
        Query row = record.db.query(ACCOUNT_COLUMNS);
        while (row.next()) all.push_back(TRY(account_of(record, row)));
        std::sort(all.begin(), all.end(), [](const Account& a, const Account& b) { return a.name < b.name; });
        return all;
    });
}

base::Result<std::optional<Account>> read_account(Record& record, const app::AccountId& id) {
    return attempt([&] {
        Query row = record.db.query(ACCOUNT_COLUMNS "WHERE id = ?");
        return maybe_account(record, row.with(id));
    });
}

base::Result<std::optional<Account>> find_account(Record& record, std::string_view name) {
    return attempt([&] {
        const std::string hash = name_hash(record, name);
        Query row = record.db.query(ACCOUNT_COLUMNS "WHERE name_hash = ?");
        return maybe_account(record, row.with(Blob{hash}));
    });
}

base::Done put_account(Record& record, const Account& account) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string hash = name_hash(record, account.name);
        const std::string sealed = record.vault.seal(key, place_of(account.id), fields_of(account));
        record.db
            .query(
                "INSERT INTO account (id, name_hash, role, added_at, wrong_tries, wrong_at, locked_at, "
                "sessions_since, sealed, erased_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) "
                "DO UPDATE SET "
                "name_hash = excluded.name_hash, role = excluded.role, wrong_tries = excluded.wrong_tries, "
                "wrong_at = excluded.wrong_at, locked_at = excluded.locked_at, "
                "sessions_since = excluded.sessions_since, sealed = excluded.sealed, "
                "erased_at = excluded.erased_at")
            .with(account.id, Blob{hash}, to_word(account.role), account.added_at,
                  std::int64_t{account.wrong_tries}, account.wrong_at, account.locked_at,
                  account.sessions_since, Blob{sealed}, account.erased_at)
            .run();
        return {};
    });
}

base::Result<std::vector<AccountChange>> account_changes(Record& record, base::Instant from,
                                                         base::Instant to) {
    return attempt([&]() -> base::Result<std::vector<AccountChange>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<AccountChange> all;
        Query row = record.db.query(
            "SELECT id, at, account, what, sealed FROM account_change WHERE at >= ? AND at < ? ORDER BY seq");
        row.with(from, to);
        while (row.next()) {
            const auto act = value_of(kAccountActs, row.text(3));
            if (!act) return damaged("a change of an account");
            const std::string id = row.text(0);
            std::string who = TRY(record.vault.unseal(key, place_of_change(id), row.text(4)));
            all.push_back({id, row.instant(1), app::AccountId(row.text(2)), *act, std::move(who)});
        }
        return all;
    });
}

base::Done append_account_change(Record& record, const AccountChange& change) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, place_of_change(change.id), change.who);
        record.db.query("INSERT INTO account_change (id, at, account, what, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(change.id, change.at, change.account, word_of(kAccountActs, change.act), Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
