// The hub's settings: the rules that managers change, who changed them, and what the settings file alone
// gives.

#include "server/reception/day_words.h"
#include "server/reception/rule_words.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using http::Reply;

Words file_rows(const Needs& needs) {
    Words rows(Words::type::list);
    for (const auto& [name, value] : needs.settings) {
        Words words;
        words.set("name", name);
        words.set("value", value);
        rows << words;
    }
    return rows;
}

Words kiosk_rows(const std::vector<app::Kiosk>& kiosks, base::Instant now) {
    Words list(Words::type::list);
    for (const app::Kiosk& kiosk : kiosks) {
        Words words;
        words.set("kiosk", kiosk.shown());
        words.set("state", kiosk.revoked_at ? "revoked at " + time_in_words(*kiosk.revoked_at, now)
                                            : "added at " + time_in_words(kiosk.added_at, now));
        list << words;
    }
    return list;
}

}  // namespace

Reply settings_page(Office& office, Visit& visit) {
    std::vector<app::Kiosk> kiosks;
    std::vector<app::RuleChange> changes;
    app::RuleSet set;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        kiosks = TRY(view.kiosks());
        changes = TRY(view.rule_changes());
        set = TRY(rules_now(office, view));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = words_of(office, visit);
    words.set("rules", rule_rows(set, domain::london_date(visit.moment.now)));
    words.set("may_change", may(visit.account.role, PageName::ChangeDays));
    set_rule_changes(words, changes, visit.moment.now);
    words.set("rows", file_rows(office.needs));
    words.set("kiosks", kiosk_rows(kiosks, visit.moment.now));
    words.set("may_see_kiosks", may(visit.account.role, PageName::Kiosks));
    return page(frame_of(office, visit, "Settings"), "settings.html", words);
}

}  // namespace server::reception
