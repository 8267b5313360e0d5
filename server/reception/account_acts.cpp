// One account, for managers: lock it, unlock it, or start it anew. Never one's own.

#include "server/reception/account_words.h"
#include "server/reception/day_words.h"

namespace server::reception {
namespace {

using app::Account;
using http::Reply;

base::Result<Account> account_in_path(app::View& view, const Visit& visit) {
    auto account = TRY(view.account(app::AccountId(visit.request.judged.id)));
    if (!account || account->erased_at) return base::fail(base::ErrorKind::NotFound, "");
    return *std::move(account);
}

/// Another one after each act, so that nobody does something to another state than they looked at.
std::string mark_of(const Account& account) {
    return std::to_string(account.sessions_since) + (account.locked_at ? "-locked-" : "-open-") +
           std::to_string(account.code_until.time_since_epoch().count());
}

Words sheet_words(Office& office, const Visit& visit, const Account& account) {
    const base::Instant now = visit.moment.now;
    const AccountState state = state_of(account, now);
    const std::string warning = vetting_of_another(account.vetting, now);
    const bool is_own = account.id == visit.account.id;
    Words words = words_of(office, visit);
    words.set("account", account.id.text());
    words.set("seen", mark_of(account));
    words.set("name", account.name);
    words.set("role", std::string(role_in_words(account.role)));
    words.set("state", state.words);
    words.set("colour", state.colour);
    words.set("added", day_in_words(domain::london_date(account.added_at)));
    words.set("vetting", account.vetting.type + ", " + account.vetting.number + ", of " +
                             day_in_words(account.vetting.on) + " until " +
                             day_in_words(account.vetting.expires));
    words.set("warning", warning);
    words.set("has_warning", !warning.empty());
    words.set("is_own", is_own);
    words.set("lock_open", !is_own && !account.locked_at);
    words.set("unlock_open", !is_own && account.locked_at.has_value());
    words.set("by_tries", app::is_locked_by_tries(account));
    words.set("reset_open", !is_own);
    return words;
}

Reply sheet(Office& office, Visit& visit, const std::string& error) {
    std::optional<Account> account;
    std::vector<app::AccountChange> changes;
    const base::Instant now = visit.moment.now;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        account = TRY(account_in_path(view, visit));
        changes = TRY(recent_changes(view, now));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = sheet_words(office, visit, *account);
    set_done(words, changes_in_words(changes, {}, account->id, now));
    set_problem(words, error, "main");
    return form_page(frame_of(office, visit, "One account"), "account_of.html", words, error);
}

/// Does an act on somebody else's account, unless it is another than the page has shown.
template <class Act>
base::Done on_account(Office& office, const Visit& visit, const Act& act) {
    return office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        const Account account = TRY(account_in_path(transaction, visit));
        if (account.id == visit.account.id) {
            return base::fail(base::ErrorKind::Conflict,
                              "this is your own account: another manager must do it");
        }
        if (visit.form["seen"] != mark_of(account)) {
            return base::fail(base::ErrorKind::Conflict,
                              "something else was done since you opened the page. Look at it as it is now");
        }
        return act(transaction, account);
    });
}

Reply refused(Office& office, Visit& visit, const base::Error& error) {
    if (error.kind != base::ErrorKind::Conflict && error.kind != base::ErrorKind::InvalidInput)
        return told(office, visit, error);
    return sheet(office, visit, "This was not done: " + error.message + '.');
}

Reply back_to(Office& office, Visit& visit, const base::Done& done) {
    return done ? go_to("/accounts/" + visit.request.judged.id) : refused(office, visit, done.error());
}

}  // namespace

Reply code_page(Office& office, Visit& visit, const std::string& name, const std::string& code) {
    Words words = words_of(office, visit);
    words.set("name", name);
    words.set("code", code);
    words.set("hours",
              std::to_string(std::chrono::duration_cast<std::chrono::hours>(app::kCodeHolds).count()));
    return page(frame_of(office, visit, "Code for the first sign-in"), "account_code.html", words);
}

Reply account_of(Office& office, Visit& visit) {
    return sheet(office, visit, "");
}

Reply lock_account(Office& office, Visit& visit) {
    return back_to(office, visit, on_account(office, visit, [&](auto& transaction, const Account& account) {
                       return app::lock_account(transaction, account.name, account_occasion(office, visit));
                   }));
}

Reply unlock_account(Office& office, Visit& visit) {
    return back_to(office, visit, on_account(office, visit, [&](auto& transaction, const Account& account) {
                       return app::unlock_account(transaction, account.name, account_occasion(office, visit));
                   }));
}

Reply reset_account(Office& office, Visit& visit) {
    std::string name;
    std::string code;
    const auto reset = [&](app::Transaction& transaction, const Account& account) -> base::Done {
        name = account.name;
        code = TRY(app::reset_account(transaction, account.name, account_occasion(office, visit)));
        return {};
    };
    const auto done = on_account(office, visit, reset);
    return done ? code_page(office, visit, name, code) : refused(office, visit, done.error());
}

}  // namespace server::reception
