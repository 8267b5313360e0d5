#pragma once

#include <memory>
#include <utility>

#include "server/http/door.h"
#include "server/http/kiosk_api.h"

namespace server::http {

/// Where kiosks come in: HTTPS with a certificate of this hub on both sides (docs/protocol.md). A client
/// without one, or with a revoked one, does not get through the handshake.
class KioskDoor : public Door {
public:
    KioskDoor(TlsFiles files, const Limits& limits, const Services& services)
        : Door({std::move(files), ClientCertificates::Demanded, limits, services.clock,
                std::make_unique<KioskApi>(services, limits)}) {}
};

}  // namespace server::http
