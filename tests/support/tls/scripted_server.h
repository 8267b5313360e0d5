#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/tls/authority.h"

using SSL_CTX = struct ssl_ctx_st;

namespace support {

struct SeenRequest {
    std::string method;
    std::string path;
    std::string head;  ///< request line and headers as they came
    std::string body;
    std::string header(const std::string& name) const;  ///< empty when it is not there
};

/// What the server does after a request: sends bytes as they stand, then does something with the connection.
struct Said {
    enum class Then { KeepOpen, Close, StaySilent };
    std::string bytes;
    Then then = Then::KeepOpen;
    /// A whole HTTP answer with a JSON body.
    static Said json(int status, const std::string& body, const std::string& more_headers = "");
};

/// A TLS 1.3 server on a free port of 127.0.0.1 that wants a certificate of `clients`, and answers each
/// request as `script` says. Connections are served side by side.
class ScriptedServer {
public:
    using Script = std::function<Said(const SeenRequest&)>;
    ScriptedServer(const Identity& identity, const std::string& clients_ca, Script script,
                   unsigned short port = 0);
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;
    ~ScriptedServer();

    unsigned short port() const { return port_; }
    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    std::vector<SeenRequest> seen() const;
    unsigned connections() const { return connections_; }

private:
    void accept_all();
    void serve(int handle);

    SSL_CTX* context_ = nullptr;
    Script script_;
    int listener_ = -1;
    unsigned short port_ = 0;
    std::atomic<unsigned> connections_{0};
    mutable std::mutex mutex_;
    std::vector<SeenRequest> seen_;
    std::vector<int> open_;
    std::vector<std::thread> servers_;
    bool closing_ = false;
    std::thread acceptor_;
};

}  // namespace support
