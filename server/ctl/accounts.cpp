#include "server/app/accounts.h"

#include <chrono>

#include "server/ctl/commands.h"
#include "server/ctl/table.h"

namespace server::ctl {
namespace {

using app::Account;

/// Runs an act on accounts in the record.
template <class Act>
base::Done on_accounts(const Hub& hub, const std::string& who, const Act& act) {
    const auto record = TRY(open_for_tool(hub));
    const app::AccountOccasion occasion{who, hub.clock.now(), hub.entropy, *record.vault};
    return record.store->write_and_wait(
        [&](app::Transaction& transaction) -> base::Done { return act(transaction, occasion); });
}

void print_code(const Hub& hub, const std::string& name, const std::string& code) {
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(app::kCodeHolds).count();
    hub.out << "Give " << name << " this code, for the first sign-in within " << hours << " hours:\n\n    "
            << code
            << "\n\nIt is not shown again. They sign in with their name and this code, and choose a "
               "password there.\n";
}

base::Result<domain::Date> day_of(const std::string& text, const char* what) {
    const auto day = domain::parse_date(text);
    if (day) return *day;
    return base::fail(base::ErrorKind::InvalidInput, std::string(what) + " must be a day such as 2026-11-23");
}

std::string state_of(const Account& account) {
    if (account.erased_at) return "erased";
    if (account.locked_at) return "locked";
    if (account.password.empty()) return "not signed in yet";
    if (account.second_factor.empty()) return "second step not set up";
    return "active";
}

std::string vetting_of(const Account& account, domain::Date today) {
    if (account.erased_at) return "";
    const std::string until = domain::to_text(account.vetting.expires);
    if (account.vetting.expires <= today) return until + " RUN OUT";
    const auto left = std::chrono::sys_days{account.vetting.expires} - std::chrono::sys_days{today};
    return left <= app::kVettingWarns ? until + " SOON" : until;
}

}  // namespace

base::Done add_account(const Hub& hub, const AccountWords& words) {
    app::NewAccount wanted;
    wanted.name = words.name;
    const auto role = app::role_of(words.role);
    if (!role) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the role must be reception, caseworker, manager or analyst");
    }
    wanted.role = *role;
    wanted.vetting = {words.vetting_type, words.vetting_number,
                      TRY(day_of(words.vetting_date, "--vetting-date")),
                      TRY(day_of(words.vetting_expires, "--vetting-expires"))};
    std::string code;
    const auto act = [&](app::Transaction& transaction, const auto& occasion) -> base::Done {
        code = TRY(app::add_account(transaction, wanted, occasion));
        return {};
    };
    TRY_DONE(on_accounts(hub, words.by, act));
    print_code(hub, words.name, code);
    return {};
}

base::Done list_accounts(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    const domain::Date today = domain::london_date(hub.clock.now());
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"name", "role", "state", "vetting", "number", "until"});
        for (const Account& account : TRY(view.accounts())) {
            table.add({account.name, std::string(to_word(account.role)), state_of(account),
                       account.vetting.type, account.vetting.number, vetting_of(account, today)});
        }
        table.print(hub.out);
        return {};
    });
}

base::Done lock_account(const Hub& hub, const AccountWords& words) {
    return on_accounts(hub, words.by, [&](app::Transaction& transaction, const auto& occasion) {
        return app::lock_account(transaction, words.name, occasion);
    });
}

base::Done unlock_account(const Hub& hub, const AccountWords& words) {
    return on_accounts(hub, words.by, [&](app::Transaction& transaction, const auto& occasion) {
        return app::unlock_account(transaction, words.name, occasion);
    });
}

base::Done reset_account(const Hub& hub, const AccountWords& words) {
    std::string code;
    const auto act = [&](app::Transaction& transaction, const auto& occasion) -> base::Done {
        code = TRY(app::reset_account(transaction, words.name, occasion));
        return {};
    };
    TRY_DONE(on_accounts(hub, words.by, act));
    print_code(hub, words.name, code);
    return {};
}

base::Done erase_account(const Hub& hub, const AccountWords& words) {
    TRY_DONE(on_accounts(hub, words.by, [&](app::Transaction& transaction, const auto& occasion) {
        return app::erase_account(transaction, words.name, occasion);
    }));
    const auto record = TRY(open_for_tool(hub));
    TRY_DONE(record.store->empty_log());
    hub.out << "Name, vetting, password and codes of the account are forgotten. What they did at the hub "
               "stays under their name.\n";
    return {};
}

}  // namespace server::ctl
