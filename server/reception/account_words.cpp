#include "server/reception/account_words.h"

#include "server/reception/day_words.h"

namespace server::reception {
namespace {

using app::Account;
using app::AccountAct;

const char* in_words(AccountAct act) {
    switch (act) {
        case AccountAct::Added:
            return "Account added";
        case AccountAct::Locked:
            return "Locked";
        case AccountAct::LockedByTries:
            return "Locked by wrong tries";
        case AccountAct::Unlocked:
            return "Unlocked";
        case AccountAct::Reset:
            return "Password and second step reset";
        case AccountAct::PinChosen:
            return "Chose a PIN";
        case AccountAct::PasswordChosen:
            return "Password chosen";
        case AccountAct::SecondFactorSet:
            return "Second step set up";
        case AccountAct::Erased:
            return "Erased";
    }
    return "";
}

}  // namespace

std::string_view role_in_words(app::Role role) {
    switch (role) {
        case app::Role::Reception:
            return "Reception";
        case app::Role::Caseworker:
            return "Caseworker";
        case app::Role::Manager:
            return "Manager";
        case app::Role::Analyst:
            return "Analyst";
    }
    return "";
}

AccountState state_of(const Account& account, base::Instant now) {
    if (account.locked_at) {
        const bool by_tries = app::is_locked_by_tries(account);
        return {
            (by_tries ? "Locked by wrong tries at " : "Locked at ") + time_in_words(*account.locked_at, now),
            "red"};
    }
    if (account.password.empty() && account.code_hash.empty())
        return {"Has used the code, and chosen no password", "orange"};
    if (account.password.empty()) {
        const bool ran_out = now >= account.code_until;
        return {ran_out ? "Has not signed in, and the code has run out" : "Has not signed in yet",
                ran_out ? "orange" : "blue"};
    }
    if (account.second_factor.empty()) return {"Has not set up the second step", "blue"};
    return {"Active", "green"};
}

std::string vetting_of_another(const app::Vetting& vetting, base::Instant now) {
    const std::chrono::sys_days today{domain::london_date(now)};
    const std::int64_t left = (std::chrono::sys_days{vetting.expires} - today).count();
    if (left <= 0) return "Vetting has run out";
    if (left > app::kVettingWarns.count()) return "";
    return "Vetting runs out in " + counted(left, "day");
}

void set_done(Words& words, const Words& done) {
    words.set("done", done);
    words.set("has_done", done.is_non_empty_list());
    words.set("hides_why", true);
}

Words changes_in_words(const std::vector<app::AccountChange>& changes,
                       const std::map<app::AccountId, std::string>& names, const app::AccountId& account,
                       base::Instant now) {
    Words list(Words::type::list);
    for (auto one = changes.rbegin(); one != changes.rend(); ++one) {
        if (!account.empty() && one->account != account) continue;
        const auto whose = names.find(one->account);
        Words words;
        words.set("when", time_in_words(one->at, now));
        words.set("which", whose == names.end() ? std::string() : whose->second);
        words.set("what", in_words(one->act));
        // Of a lock by tries the record names the account, not whoever tried.
        words.set("who", one->act == AccountAct::LockedByTries ? std::string("The hub") : one->who);
        list << words;
    }
    return list;
}

base::Result<std::vector<app::AccountChange>> recent_changes(app::View& view, base::Instant now) {
    constexpr std::chrono::hours kShown{30 * 24};
    return view.account_changes_between(now - kShown, now + std::chrono::seconds{1});
}

base::Done set_locked_accounts(Office& office, const Visit& visit, Words& words) {
    Words list(Words::type::list);
    bool any = false;
    const auto read = [&](app::View& view) -> base::Done {
        for (const Account& account : TRY(view.accounts())) {
            if (!app::is_locked_by_tries(account)) continue;
            Words one;
            one.set("account", account.id.text());
            one.set("whose", account.name);
            one.set("follows", any);
            list << one;
            any = true;
        }
        return {};
    };
    if (may(visit.account.role, PageName::UnlockAccount) && !visit.is_away)
        TRY_DONE(office.needs.store.read(read));
    words.set("locked_accounts", list);
    words.set("has_locked_accounts", any);
    return {};
}

}  // namespace server::reception
