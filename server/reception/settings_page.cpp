// The hub's settings, to read: they are changed in the settings file.

#include "server/reception/day_words.h"
#include "server/reception/visit.h"

namespace server::reception {

using http::Reply;

Reply settings_page(Office& office, Visit& visit) {
    std::vector<app::Kiosk> kiosks;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        kiosks = TRY(view.kiosks());
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words rows(Words::type::list);
    for (const auto& [name, value] : office.needs.settings) {
        Words words;
        words.set("name", name);
        words.set("value", value);
        rows << words;
    }
    Words list(Words::type::list);
    for (const app::Kiosk& kiosk : kiosks) {
        Words words;
        words.set("kiosk", kiosk.shown());
        words.set("state", kiosk.revoked_at
                               ? "revoked at " + time_in_words(*kiosk.revoked_at, visit.moment.now)
                               : "added at " + time_in_words(kiosk.added_at, visit.moment.now));
        list << words;
    }
    Words words = words_of(office, visit);
    words.set("rows", rows);
    words.set("kiosks", list);
    words.set("may_see_kiosks", may(visit.account.role, PageName::Kiosks));
    return page(frame_of(office, visit, "Settings"), "settings.html", words);
}

}  // namespace server::reception
