#pragma once

#include <cstdint>
#include <memory>

#include "server/crypto/hmac_keyed_hash.h"
#include "server/crypto/hub_vault.h"
#include "server/crypto/staff_secrets.h"
#include "server/http/door.h"
#include "server/hub/server_clock.h"
#include "server/settings/settings.h"
#include "shared/base/entropy.h"

namespace server::hub {

/// The browsers' door with the pages behind it, wired by hand.
class ReceptionDoor {
public:
    /// All of it outlives the door.
    struct Needs {
        const settings::Settings& settings;
        const base::Clock& clock;
        base::Entropy& entropy;
        const ServerClock& hub_clock;
        const domain::Calendar& calendar;
        crypto::HubVault& vault;
        app::Store& store;
    };
    /// Errors are those of http::Door::start and of opening the record beside the store.
    static base::Result<std::unique_ptr<ReceptionDoor>> open(const Needs& needs, std::uint16_t port);

    std::uint16_t port() const { return door_->port(); }

private:
    ReceptionDoor() = default;
    crypto::SodiumStaffSecrets secrets_;
    crypto::HmacKeyedHash slip_hash_;
    std::unique_ptr<http::Door> door_;
};

}  // namespace server::hub
