#include "server/app/kiosks.h"

#include <algorithm>
#include <cctype>

#include "server/app/decision_event.h"

namespace server::app {
namespace {

using base::ErrorKind;

KioskChange change_of(KioskAct act, const Kiosk& kiosk, const Decision& decision, const Occasion& occasion) {
    KioskChange change;
    change.id = base::new_uuid(occasion.entropy);
    change.at = occasion.moment.now;
    change.kiosk = kiosk.id;
    change.act = act;
    change.name = kiosk.shown();
    change.who = decision.actor;
    change.why = decision.reason;
    return change;
}

}  // namespace

std::string kiosk_name(const std::vector<Kiosk>& kiosks, const domain::KioskId& id) {
    const auto found =
        std::find_if(kiosks.begin(), kiosks.end(), [&](const Kiosk& one) { return one.id == id; });
    return found == kiosks.end() ? id.text() : found->shown();
}

std::string actor_shown(const std::vector<Kiosk>& kiosks, const std::string& actor) {
    for (const Kiosk& one : kiosks) {
        if (actor == actor_of(one.id)) return "kiosk " + one.shown();
    }
    return actor;
}

base::Result<Kiosk> kiosk_called(View& view, std::string_view name) {
    for (const Kiosk& one : TRY(view.kiosks())) {
        if (one.shown() == name || one.id.text() == name) return one;
    }
    return base::fail(ErrorKind::NotFound, "there is no kiosk of this name");
}

base::Done check_kiosk_name(View& view, const std::string& name, const domain::KioskId& but) {
    const bool fits = !name.empty() && name.size() <= kKioskNameMax &&
                      std::all_of(name.begin(), name.end(), [](unsigned char c) {
                          return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '-';
                      });
    if (!fits) {
        return base::fail(ErrorKind::InvalidInput,
                          "a kiosk's name has 1 to 40 small letters, digits and dashes, such as front-door");
    }
    for (const Kiosk& other : TRY(view.kiosks())) {
        if (other.id == but || (other.shown() != name && other.id.text() != name)) continue;
        return base::fail(ErrorKind::Conflict, "there is or was a kiosk of this name; take another name");
    }
    return {};
}

base::Done rename_kiosk(Transaction& transaction, const domain::KioskId& id, const std::string& name,
                        const Decision& decision, const Occasion& occasion) {
    TRY_DONE(check(decision));
    Kiosk kiosk = TRY(kiosk_called(transaction, id.text()));
    TRY_DONE(check_kiosk_name(transaction, name, kiosk.id));
    if (kiosk.shown() == name) return base::fail(ErrorKind::Conflict, "the kiosk is called so already");
    KioskChange change = change_of(KioskAct::Renamed, kiosk, decision, occasion);
    change.new_name = name;
    kiosk.name = name == kiosk.id.text() ? std::string() : name;
    TRY_DONE(transaction.put(kiosk));
    return transaction.append(change);
}

base::Done revoke_kiosk(Transaction& transaction, const domain::KioskId& id, const Decision& decision,
                        const Occasion& occasion) {
    TRY_DONE(check(decision));
    Kiosk kiosk = TRY(kiosk_called(transaction, id.text()));
    if (kiosk.revoked_at) return base::fail(ErrorKind::Conflict, "the kiosk is revoked already");
    kiosk.revoked_at = occasion.moment.now;
    TRY_DONE(transaction.put(kiosk));
    return transaction.append(change_of(KioskAct::Revoked, kiosk, decision, occasion));
}

}  // namespace server::app
