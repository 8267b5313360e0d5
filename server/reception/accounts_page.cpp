// Who may sign in, for managers: all accounts, what was done to them, and one more.

#include "server/reception/account_words.h"
#include "server/reception/day_words.h"
#include "server/reception/fields_wrong.h"

namespace server::reception {
namespace {

using http::Reply;

Words row_words(const app::Account& account, const Visit& visit) {
    const AccountState state = state_of(account, visit.moment.now);
    const std::string warning = vetting_of_another(account.vetting, visit.moment.now);
    Words words;
    words.set("account", account.id.text());
    words.set("name", account.name);
    words.set("is_own", account.id == visit.account.id);
    words.set("role", std::string(role_in_words(account.role)));
    words.set("state", state.words);
    words.set("colour", state.colour);
    words.set("vetting", "Until " + day_in_words(account.vetting.expires));
    words.set("warning", warning);
    words.set("has_warning", !warning.empty());
    return words;
}

Words role_choices(const std::string& chosen) {
    Words list(Words::type::list);
    for (const app::Role role : app::kRoles) {
        Words words;
        words.set("word", std::string(to_word(role)));
        words.set("label", std::string(role_in_words(role)));
        words.set("chosen", to_word(role) == chosen);
        list << words;
    }
    return list;
}

constexpr const char* kFields[] = {"name",           "role",       "vetting_type",
                                   "vetting_number", "vetting_on", "vetting_expires"};

Reply add_sheet(Office& office, Visit& visit, const FieldsWrong& wrong) {
    Words words = words_of(office, visit);
    for (const char* field : kFields) words.set(field, visit.form[field]);
    words.set("roles", role_choices(visit.form["role"]));
    wrong.set(words);
    return form_page(frame_of(office, visit, "Add an account"), "account_add.html", words, wrong.first());
}

bool is_one_line(const std::string& text) {
    return !text.empty() && text.size() <= app::kAccountNameBytesMax && text.front() != ' ' &&
           text.back() != ' ' && text.find_first_of("\r\n\t") == std::string::npos;
}

/// What was typed, with all that is wrong with it.
app::NewAccount wanted_of(const Visit& visit, FieldsWrong& wrong) {
    const Form& form = visit.form;
    const auto role = app::role_of(form["role"]);
    const auto on = domain::parse_date(form["vetting_on"]);
    const auto expires = domain::parse_date(form["vetting_expires"]);
    const domain::Date today = domain::london_date(visit.moment.now);
    if (!is_one_line(form["name"]))
        wrong.say("name", "Enter their name, on one line of at most 60 characters.");
    if (!role) wrong.say("role", "Choose what they do.");
    if (!is_one_line(form["vetting_type"])) wrong.say("vetting_type", "Enter the vetting’s type.");
    if (!is_one_line(form["vetting_number"])) wrong.say("vetting_number", "Enter the vetting’s number.");
    if (!on) wrong.say("vetting_on", "Enter the day of the vetting.");
    if (!expires) {
        wrong.say("vetting_expires", "Enter the day on which the vetting runs out.");
    } else if (*expires <= today) {
        wrong.say("vetting_expires", "This vetting has run out. They need a new one first.");
    } else if (on && *expires <= *on) {
        wrong.say("vetting_expires", "This must be after the day of the vetting.");
    }
    if (wrong.any()) return {};
    return {form["name"], *role, {form["vetting_type"], form["vetting_number"], *on, *expires}};
}

}  // namespace

Reply accounts_page(Office& office, Visit& visit) {
    std::vector<app::Account> accounts;
    std::vector<app::AccountChange> changes;
    app::RefusedSignIns refused;
    const base::Instant now = visit.moment.now;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        accounts = TRY(view.accounts());
        changes = TRY(recent_changes(view, now));
        refused = TRY(view.refused_sign_ins());
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words rows(Words::type::list);
    std::map<app::AccountId, std::string> names;
    for (const app::Account& account : accounts) {
        names[account.id] = account.name;
        if (!account.erased_at) rows << row_words(account, visit);
    }
    Words words = words_of(office, visit);
    if (const auto set = set_locked_accounts(office, visit, words); !set)
        return told(office, visit, set.error());
    words.set("rows", rows);
    set_done(words, changes_in_words(changes, names, {}, now));
    words.set("tells_which", true);
    words.set("which_heading", "Account of");
    words.set("has_refused", refused.tries > 0);
    words.set("refused", counted(refused.tries, "wrong sign-in"));
    words.set("refused_at", time_in_words(refused.newest_at, now));
    return page(frame_of(office, visit, "Accounts"), "accounts.html", words);
}

Reply add_account_form(Office& office, Visit& visit) {
    return add_sheet(office, visit, {});
}

Reply add_account(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const app::NewAccount wanted = wanted_of(visit, wrong);
    if (wrong.any()) return add_sheet(office, visit, wrong);
    std::string code;
    const auto done = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        code = TRY(app::add_account(transaction, wanted, account_occasion(office, visit)));
        return {};
    });
    if (done) return code_page(office, visit, wanted.name, code);
    const auto kind = done.error().kind;
    if (kind != base::ErrorKind::Conflict && kind != base::ErrorKind::InvalidInput)
        return told(office, visit, done.error());
    wrong.say("name", "This was not done: " + done.error().message + '.');
    return add_sheet(office, visit, wrong);
}

}  // namespace server::reception
