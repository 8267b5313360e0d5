// Another PIN, by whoever is signed in and knows the password.

#include "server/app/accounts.h"
#include "server/reception/fields_wrong.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr char kNotRight[] = "The password is not right. After five wrong tries wait a minute.";

Reply sheet(Office& office, Visit& visit, const FieldsWrong& wrong) {
    Words words = words_of(office, visit);
    wrong.set(words);
    return form_page(frame_of(office, visit, "Change your PIN"), "account_pin.html", words, wrong.first());
}

}  // namespace

Reply pin_form(Office& office, Visit& visit) {
    return sheet(office, visit, {});
}

Reply change_pin(Office& office, Visit& visit) {
    const std::string& pin = visit.form["new_pin"];
    FieldsWrong wrong;
    if (const std::string why = app::why_pin_is_refused(pin); !why.empty()) {
        wrong.say("new_pin", why);
    } else if (pin != visit.form["again"]) {
        wrong.say("again", "The two PINs are not the same.");
    }
    if (wrong.any()) return sheet(office, visit, wrong);
    const bool fits = office.needs.secrets.password_fits(
        visit.account.password, base::Secret(std::string_view(visit.form["password"])));
    bool is_changed = false;
    const auto kept = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        auto account = TRY(transaction.account(visit.account.id));
        if (!account) return base::fail(base::ErrorKind::NotFound, "");
        is_changed = false;
        if (!app::may_try(*account, visit.moment.now)) return {};
        const app::AccountOccasion when = account_occasion(office, visit);
        // Another password may have been chosen meanwhile.
        if (!fits || account->password != visit.account.password)
            return app::count_wrong_try(transaction, *std::move(account), when);
        account->pin_hash = app::code_hash(office.needs.vault, app::kPin, account->id, pin);
        account->wrong_tries = 0;
        is_changed = true;
        return app::keep_account(transaction, *account, app::AccountAct::PinChosen, when);
    });
    if (!kept) return told(office, visit, kept.error());
    if (is_changed) return go_to("/account");
    wrong.say("password", kNotRight);
    return sheet(office, visit, wrong);
}

}  // namespace server::reception
