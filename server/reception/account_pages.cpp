// Files, who is signed in, and the ways out.

#include "server/reception/day_words.h"
#include "server/reception/visit.h"

namespace server::reception {

using http::Reply;

Reply asset_page(Office& office, Visit& visit) {
    auto file = asset(visit.request.judged.id);
    return file ? *std::move(file) : told(office, visit, {base::ErrorKind::NotFound, ""});
}

Reply account_page(Office& office, Visit& visit) {
    const app::Account& account = visit.account;
    Words words = words_of(office, visit);
    words.set("name", account.name);
    words.set("role", std::string(to_word(account.role)));
    words.set("vetting_type", account.vetting.type);
    words.set("vetting_number", account.vetting.number);
    words.set("vetting_on", day_in_words(account.vetting.on));
    words.set("vetting_expires", day_in_words(account.vetting.expires));
    const std::string warning = vetting_warning(account.vetting, visit.moment.now);
    words.set("has_warning", !warning.empty());
    words.set("warning", warning);
    words.set("codes_left", std::to_string(account.recovery_hashes.size()));
    words.set("may_see_looks", may(account.role, PageName::Looks));
    words.set("may_see_accounts", may(account.role, PageName::Accounts));
    words.set("may_see_kiosks", may(account.role, PageName::Kiosks));
    words.set("may_see_figures", may(account.role, PageName::Figures));
    words.set("may_see_extracts", may(account.role, PageName::Extracts));
    return page(frame_of(office, visit, "Your account"), "account.html", words);
}

Reply sign_out(Office& office, Visit& visit) {
    office.sessions.close(visit.token);
    Reply reply = go_to("/sign-in");
    set_cookie(reply, "");
    return reply;
}

Reply sign_out_everywhere(Office& office, Visit& visit) {
    const auto kept = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        auto account = TRY(transaction.account(visit.account.id));
        if (!account) return base::fail(base::ErrorKind::NotFound, "");
        ++account->sessions_since;
        return transaction.put(*account);
    });
    if (!kept) return told(office, visit, kept.error());
    return sign_out(office, visit);
}

}  // namespace server::reception
