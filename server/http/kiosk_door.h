#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "server/http/limits.h"
#include "server/http/services.h"
#include "server/http/tls_files.h"
#include "shared/base/result.h"

namespace server::http {

/// Where kiosks come in: HTTPS with TLS 1.3 and a certificate of this hub on both sides (docs/protocol.md).
/// A client without one, or with a revoked one, does not get through the handshake.
class KioskDoor {
public:
    KioskDoor(TlsFiles files, Limits limits, Services services);
    /// Stops.
    ~KioskDoor();
    KioskDoor(const KioskDoor&) = delete;
    KioskDoor& operator=(const KioskDoor&) = delete;

    /// Opens the door on its own threads. Port 0: any free one. InvalidInput or Unavailable, with what to do,
    /// when a TLS file is unusable or the address cannot be listened at. Once only.
    base::Done start(const std::string& address, std::uint16_t port);
    /// The port listened at; 0 before start().
    std::uint16_t port() const;
    /// Takes no more, answers what is under way, and comes back when every connection has ended. The store
    /// must still be answering.
    void stop();

    /// Connections now open, handshakes included.
    std::size_t connections() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace server::http
