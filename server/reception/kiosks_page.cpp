// The hub's kiosks: how each is, and what managers do with one. A kiosk is added with hubctl, which makes its
// keys.

#include "server/reception/appointment_words.h"
#include "server/reception/fields_wrong.h"
#include "server/reception/kiosk_words.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using app::Kiosk;
using http::Reply;

Reply kiosk_sheet(Office& office, Visit& visit, const FieldsWrong& wrong) {
    KioskFacts facts;
    Kiosk kiosk;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        facts = TRY(kiosk_facts(view));
        kiosk = TRY(app::kiosk_called(view, visit.form["kiosk"]));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = kiosk_words(facts, kiosk, visit.moment.now);
    const Words done = done_with_kiosks(facts, kiosk.id, visit.moment.now);
    words.set("form_token", office.sessions.form_token(visit.token));
    words.set("seen", mark_of(facts, kiosk.id));
    words.set("revoke_open", !kiosk.revoked_at);
    words.set("lost_open", kiosk.revoked_at && !is_given_up(facts, kiosk.id));
    words.set("done", done);
    words.set("has_done", done.is_non_empty_list());
    words.set("new_name", visit.page.method == http::Method::Post && visit.page.name == PageName::RenameKiosk
                              ? visit.form["new_name"]
                              : kiosk.shown());
    for (const char* field : {"rename_reason", "revoke_reason", "refused_reason", "lost_reason"})
        words.set(field, visit.form[field]);
    wrong.set(words);
    return form_page(frame_of(office, visit, "Kiosk " + kiosk.shown()), "kiosk.html", words, wrong.first());
}

/// An act on the kiosk that the form names, with its reason, unless something was done since the page was
/// shown. What the store refuses is said beside `field`.
template <class Act>
Reply on_kiosk(Office& office, Visit& visit, const std::string& reason, const char* field, const Act& act) {
    FieldsWrong wrong;
    const std::string why = why_reason_is_refused(visit.form[reason]);
    if (!why.empty()) wrong.say(reason, why);
    if (wrong.any()) return kiosk_sheet(office, visit, wrong);
    const app::Decision decision{{}, visit.account.name, visit.form[reason]};
    domain::KioskId kiosk;
    const auto done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            kiosk = TRY(app::kiosk_called(transaction, visit.form["kiosk"])).id;
            if (visit.form["seen"] != mark_of(TRY(kiosk_facts(transaction)), kiosk)) {
                return base::fail(
                    base::ErrorKind::Conflict,
                    "something else was done since you opened the page. Look at it as it is now");
            }
            return act(transaction, kiosk, decision, when);
        });
    if (done) return go_to("/kiosks/one?kiosk=" + kiosk.text());
    const auto kind = done.error().kind;
    if (kind != base::ErrorKind::Conflict && kind != base::ErrorKind::InvalidInput)
        return told(office, visit, done.error());
    wrong.say(field, "This was not done: " + done.error().message + '.');
    return kiosk_sheet(office, visit, wrong);
}

/// How many arrivals the page has shown as refused; 0 when it is no number.
unsigned count_shown(const Visit& visit) {
    const std::string& text = visit.form["count"];
    constexpr std::size_t kDigitsMax = 6;
    const bool is_number = !text.empty() && text.size() <= kDigitsMax &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? static_cast<unsigned>(std::stoul(text)) : 0;
}

}  // namespace

Reply kiosks_page(Office& office, Visit& visit) {
    KioskFacts facts;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        facts = TRY(kiosk_facts(view));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    const bool changes = may(visit.account.role, PageName::KioskForm);
    Words rows(Words::type::list);
    for (const Kiosk& kiosk : facts.kiosks) {
        Words row = kiosk_words(facts, kiosk, visit.moment.now);
        row.set("may_change", changes);
        rows << row;
    }
    const Words done = done_with_kiosks(facts, {}, visit.moment.now);
    Words words = words_of(office, visit);
    words.set("rows", rows);
    words.set("has_rows", !facts.kiosks.empty());
    words.set("has_refused", !facts.refused.empty());
    words.set("done", done);
    words.set("has_done", done.is_non_empty_list());
    words.set("tells_which", true);
    words.set("which_heading", "Kiosk");
    return page(frame_of(office, visit, "Kiosks"), "kiosks.html", words);
}

Reply kiosk_form(Office& office, Visit& visit) {
    return kiosk_sheet(office, visit, {});
}

Reply rename_kiosk(Office& office, Visit& visit) {
    return on_kiosk(office, visit, "rename_reason", "new_name",
                    [&](auto& transaction, const auto& kiosk, const auto& decision, const auto& when) {
                        return app::rename_kiosk(transaction, kiosk, visit.form["new_name"], decision, when);
                    });
}

Reply revoke_kiosk(Office& office, Visit& visit) {
    return on_kiosk(office, visit, "revoke_reason", "main",
                    [](auto& transaction, const auto& kiosk, const auto& decision, const auto& when) {
                        return app::revoke_kiosk(transaction, kiosk, decision, when);
                    });
}

Reply see_to_refused(Office& office, Visit& visit) {
    return on_kiosk(office, visit, "refused_reason", "main",
                    [&](auto& transaction, const auto& kiosk, const auto& decision, const auto& when) {
                        return app::see_to_refused(transaction, kiosk, count_shown(visit), decision, when);
                    });
}

Reply give_up_kiosk(Office& office, Visit& visit) {
    return on_kiosk(office, visit, "lost_reason", "main",
                    [](auto& transaction, const auto& kiosk, const auto& decision, const auto& when) {
                        return app::give_up_journal(transaction, kiosk, decision, when);
                    });
}

}  // namespace server::reception
