#include <filesystem>

#include "server/crypto/certificates.h"
#include "server/crypto/hub_vault.h"
#include "server/crypto/key_file.h"
#include "server/ctl/commands.h"
#include "server/ctl/validity.h"
#include "server/hub/paths.h"

namespace server::ctl {
namespace {

constexpr unsigned kSecretMode = 0600;
constexpr unsigned kPublicMode = 0644;

base::Done write_identity(const crypto::Identity& identity, const std::string& certificate,
                          const std::string& key) {
    TRY_DONE(crypto::write_new_file(key, identity.key, kSecretMode));
    return crypto::write_new_file(certificate, identity.certificate, kPublicMode);
}

}  // namespace

base::Done init(const Hub& hub) {
    const hub::KeyPaths paths = hub::key_paths(hub.settings);
    std::error_code ignored;
    for (const std::string& file : {paths.hub_key, paths.ca_certificate, paths.server_certificate}) {
        if (std::filesystem::exists(file, ignored)) {
            return base::fail(base::ErrorKind::Conflict,
                              file + ": this hub has been made already; nothing was changed");
        }
    }
    std::filesystem::create_directories(hub.settings.keys, ignored);
    std::filesystem::permissions(hub.settings.keys, std::filesystem::perms::owner_all, ignored);

    const base::Instant now = hub.clock.now();
    const auto authority =
        TRY(crypto::make_authority(hub.settings.hub_name + " hub", valid_for(now, kAuthorityDays)));
    const auto server = TRY(crypto::issue_server(authority, hub.settings.names, valid_for(now, kServerDays)));
    TRY_DONE(crypto::create_key_file(paths.hub_key, hub.entropy));
    TRY_DONE(crypto::create_key_file(paths.evidence_key, hub.entropy));
    TRY_DONE(write_identity(authority, paths.ca_certificate, paths.ca_key));
    TRY_DONE(write_identity(server, paths.server_certificate, paths.server_key));

    crypto::HubVault vault(TRY(crypto::read_key_file(paths.hub_key)), hub.entropy);
    TRY_DONE(store::SqliteStore::create(hub.settings.data, vault));
    hub.out << "The hub \"" << hub.settings.hub_name << "\" is made.\n"
            << "Keys and certificates: " << hub.settings.keys << "\n"
            << "Record: " << hub.settings.data << "\n"
            << "Back up " << paths.hub_key
            << " apart from the record: without it nothing sealed can be read.\n";
    return {};
}

}  // namespace server::ctl
