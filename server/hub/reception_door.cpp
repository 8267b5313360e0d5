#include "server/hub/reception_door.h"

#include <utility>

#include "server/hub/paths.h"
#include "server/reception/reception.h"
#include "server/store/change_mark.h"

namespace server::hub {
namespace {

http::TlsFiles files_of(const settings::Settings& settings) {
    if (!settings.reception_certificate.empty()) {
        return {settings.reception_certificate, settings.reception_key, ""};
    }
    const KeyPaths keys = key_paths(settings);
    return {keys.server_certificate, keys.server_key, ""};
}

/// What staff may want to know of the settings file, in words.
std::vector<std::pair<std::string, std::string>> shown(const settings::Settings& settings) {
    std::string contracts;
    for (const auto& one : settings.contracts) contracts += (contracts.empty() ? "" : ", ") + one.text();
    const auto every = settings.sync.every.count();
    return {{"Hub", settings.hub_name},
            {"Contracts", contracts},
            {"The schedule is read", "every " + std::to_string(every) + " minutes"},
            {"Figures of surveys", "for groups of at least " + std::to_string(settings.smallest_group)}};
}

}  // namespace

base::Result<std::unique_ptr<ReceptionDoor>> ReceptionDoor::open(const Needs& needs, std::uint16_t port) {
    std::unique_ptr<ReceptionDoor> door(new ReceptionDoor);
    auto mark = TRY(store::SqliteChangeMark::open(needs.settings.data));
    auto live = std::make_unique<reception::Live>(std::move(mark), base::new_uuid(needs.entropy));
    live->start();
    reception::Needs pages{needs.store,
                           needs.vault,
                           door->secrets_,
                           door->slip_hash_,
                           needs.entropy,
                           needs.clock,
                           [&clock = needs.hub_clock] { return clock.moment(); },
                           needs.settings.rules,
                           needs.calendar,
                           needs.settings.hub_name,
                           needs.settings.absence_warnings,
                           shown(needs.settings),
                           needs.settings.surveys,
                           needs.settings.smallest_group,
                           needs.settings.expected_referrals,
                           needs.settings.languages};
    const http::Limits limits = reception::limits();
    door->door_ = std::make_unique<http::Door>(
        http::Door::Parts{files_of(needs.settings), http::ClientCertificates::None, limits, needs.clock,
                          std::make_unique<reception::Reception>(std::move(pages), std::move(live), limits)});
    TRY_DONE(door->door_->start(needs.settings.listen_address, port));
    return door;
}

}  // namespace server::hub
