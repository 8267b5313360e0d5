#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "server/http/use_cases.h"
#include "shared/base/clock.h"
#include "shared/domain/ids.h"

namespace server::http {

/// The kiosk of a certificate's fingerprint (app::Kiosk::fingerprint); none when it is unknown or revoked.
/// Asked at every handshake and every request, from the door's threads: it must be quick (see KioskRegister).
using KnownKiosk = std::function<std::optional<domain::KioskId>(std::string_view fingerprint)>;

/// What the door works with. All of it outlives the door.
struct Services {
    app::Store& store;
    const base::Clock& clock;
    std::function<app::Moment()>
        moment;  ///< the server's time and how sure it is; read once a request, quickly
    KnownKiosk known_kiosk;
    UseCases use_cases;
};

}  // namespace server::http
