#include "server/app/kiosks.h"

#include <algorithm>
#include <filesystem>

#include "server/crypto/certificates.h"
#include "server/crypto/key_file.h"
#include "server/ctl/commands.h"
#include "server/ctl/in_record.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "server/ctl/text_file.h"
#include "server/ctl/validity.h"
#include "server/ctl/warnings.h"
#include "server/hub/paths.h"

namespace server::ctl {
namespace {

/// What the new kiosk offers; it refuses a language it does not have, with the line.
std::string languages_table(const std::vector<std::string>& languages) {
    if (languages.empty()) return {};
    std::string list;
    for (const std::string& tag : languages) list += (list.empty() ? "\"" : ", \"") + tag + '"';
    return "[kiosk]\nlanguages = [" + list + "]\n";
}

std::string kiosk_settings(const settings::Settings& settings, const std::vector<std::string>& languages) {
    return "# Written by hubctl kiosk add; docs/kiosk-settings.md lists every setting.\n[server]\nurl = "
           "\"https://" +
           settings.names.front() + ':' + std::to_string(settings.kiosk_port) + "\"\n" +
           languages_table(languages);
}

std::string skew_text(std::chrono::milliseconds skew) {
    const bool wrong = skew > domain::kSkewShown || skew < -domain::kSkewShown;
    return std::to_string(skew.count()) + " ms" + (wrong ? " WRONG" : "");
}

std::string state_of(const app::Kiosk& kiosk, const app::KioskHealth& said,
                     const std::vector<app::JournalSettled>& settled) {
    if (!kiosk.revoked_at) return said.out_of_use ? "out of use" : "in use";
    const bool given_up = std::any_of(settled.begin(), settled.end(), [&](const app::JournalSettled& one) {
        return one.kiosk == kiosk.id && one.word == app::JournalWord::Lost;
    });
    return given_up ? "revoked, its journal given up" : "revoked";
}

}  // namespace

base::Done add_kiosk(const Hub& hub, const std::string& name, const std::string& folder) {
    const auto record = TRY(open_for_tool(hub));
    // Before anything is written: a folder of keys that open nothing would be carried to a kiosk.
    std::vector<std::string> languages;
    const auto look = [&](app::View& view) -> base::Done {
        languages = TRY(app::rules_in_force(view, rules_of_file(hub))).languages;
        return app::check_kiosk_name(view, name);
    };
    TRY_DONE(record.store->read(look));
    const hub::KeyPaths paths = hub::key_paths(hub.settings);
    const crypto::Identity authority{TRY(read_text_file(paths.ca_certificate)),
                                     TRY(read_text_file(paths.ca_key))};
    const auto identity = TRY(crypto::issue_kiosk(authority, name, valid_for(hub.clock.now(), kKioskDays)));
    app::Kiosk kiosk{
        domain::KioskId(name), TRY(crypto::fingerprint(identity.certificate)), hub.clock.now(), {}, {}};

    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    TRY_DONE(crypto::write_new_file(folder + "/kiosk.key", identity.key, 0600));
    TRY_DONE(crypto::write_new_file(folder + "/kiosk.pem", identity.certificate, 0644));
    TRY_DONE(crypto::write_new_file(folder + "/ca.pem", authority.certificate, 0644));
    TRY_DONE(crypto::write_new_file(folder + "/kiosk.toml", kiosk_settings(hub.settings, languages), 0644));
    const base::Done kept =
        record.store->write_and_wait([&kiosk](app::Transaction& transaction) -> base::Done {
            TRY_DONE(app::check_kiosk_name(transaction, kiosk.id.text()));
            return transaction.put(kiosk);
        });
    TRY_DONE(kept);
    hub.out << "The kiosk " << name << " may come in. Carry " << folder << " to it by hand.\n";
    return {};
}

base::Done list_kiosks(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&hub](app::View& view) -> base::Done {
        const auto health = TRY(view.kiosk_health());
        const auto settled = TRY(view.settled_journals());
        Table table({"kiosk", "added", "state", "last seen", "clock ahead", "waiting", "arrivals waiting",
                     "arrivals refused", "version"});
        for (const app::Kiosk& kiosk : TRY(view.kiosks())) {
            const auto seen = std::find_if(health.begin(), health.end(), [&kiosk](const app::KioskHealth& h) {
                return h.kiosk == kiosk.id;
            });
            const bool known = seen != health.end();
            const auto number = [known](unsigned count) {
                return known ? std::to_string(count) : std::string("-");
            };
            const app::KioskHealth said = known ? *seen : app::KioskHealth{};
            table.add({kiosk.shown(), date_and_time(kiosk.added_at), state_of(kiosk, said, settled),
                       known ? date_and_time(said.seen_at) : "never", known ? skew_text(said.skew) : "-",
                       number(said.journal_waiting), number(said.arrivals_waiting),
                       number(said.arrivals_refused), known ? said.version : "-"});
        }
        table.print(hub.out);
        return tell_of_refused(view, hub.out);
    });
}

base::Done revoke_kiosk(const Hub& hub, const std::string& name, const app::Decision& decision) {
    const auto act = [&](app::Transaction& transaction, const app::Occasion& occasion) -> base::Done {
        const domain::KioskId kiosk = TRY(app::kiosk_called(transaction, name)).id;
        return app::revoke_kiosk(transaction, kiosk, decision, occasion);
    };
    TRY_DONE(in_record(hub, act));
    hub.out << "The kiosk " << name
            << " gets nowhere from now on. What it has not delivered holds back every "
            << "did-not-attend of today; if that is lost, say so with hubctl kiosk lost " << name << ".\n";
    return {};
}

}  // namespace server::ctl
