#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "server/http/behind.h"
#include "server/http/limits.h"
#include "server/http/tls_files.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace server::http {

/// Where clients come in: HTTPS with TLS 1.3, on its own port and threads, each with its own limits.
class Door {
public:
    struct Parts {
        TlsFiles files;
        ClientCertificates certificates = ClientCertificates::Demanded;
        Limits limits;
        const base::Clock& clock;  ///< outlives the door
        std::unique_ptr<Behind> behind;
    };
    explicit Door(Parts parts);
    /// Stops.
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

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
