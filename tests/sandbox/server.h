#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "tests/sandbox/case_system.h"

namespace sandbox {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    /// Both empty: plain HTTP. Otherwise TLS with this certificate chain and key, both as PEM text.
    std::string certificate_pem = {};
    std::string key_pem = {};
};

/// A CaseSystem behind a listening socket, with a thread of its own and keep-alive. The `Date` header comes
/// from the clock. Stopping closes every connection; started again on the same port it goes on where it was,
/// so that an outage is stop() and start().
class Server {
public:
    /// `system` and `clock` must live longer than the server. Unavailable: the port is taken; InvalidInput:
    /// the address, certificate or key cannot be used.
    static base::Result<std::unique_ptr<Server>> start(CaseSystem& system, const base::Clock& clock,
                                                       const ServerSettings& settings = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// `http://127.0.0.1:PORT`, or https.
    std::string url() const;
    /// `URL/auth/oauth/token`.
    std::string token_url() const;
    /// Returns when the thread has ended. Also done by the destructor.
    void stop();

private:
    class Listener;
    explicit Server(std::unique_ptr<Listener> listener);
    std::unique_ptr<Listener> listener_;
};

}  // namespace sandbox
