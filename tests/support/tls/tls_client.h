#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tests/support/tls/authority.h"

using SSL_CTX = struct ssl_ctx_st;
using SSL = struct ssl_st;

namespace support {

struct HttpReply {
    int status = 0;
    std::string head;  ///< status line and headers as they came
    std::string body;
    std::string header(const std::string& name) const;  ///< empty when it is not there
};

/// A TLS client for tests that sends whatever bytes it is told to. No wait is longer than kPatience.
class TlsClient {
public:
    static constexpr std::chrono::seconds kPatience{20};

    struct Options {
        std::optional<Identity> identity;        ///< the client's certificate
        std::string server_ca;                   ///< PEM; empty: any server is taken
        bool old_tls = false;                    ///< TLS 1.2 at most
        std::string from_address = "127.0.0.1";  ///< any address of the loopback network
    };

    TlsClient(std::uint16_t port, const Options& options);
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    /// False when the server refused the handshake. With TLS 1.3 a client's certificate is judged after the
    /// client's side of the handshake is done: what then comes is an end instead of a reply.
    bool shake_hands();
    /// False when the connection has ended.
    bool send(std::string_view bytes);
    /// Bytes sent outside TLS.
    bool send_in_clear(std::string_view bytes);
    /// None when the connection ended first. An interim 100 is a reply of its own, and so is one to HEAD.
    std::optional<HttpReply> read_reply(bool without_body = false);
    /// What comes up to the end of this text; of a reply that goes on without a length. Empty when the
    /// connection ended first.
    std::string read_until(std::string_view text);
    /// True once the server has ended the connection; false when it is still open after `within`.
    bool ended(std::chrono::milliseconds within = kPatience);
    /// Sends and reads one reply; a status of 0 says that there was none.
    HttpReply ask(std::string_view bytes);

private:
    bool read_more();

    SSL_CTX* context_ = nullptr;
    SSL* ssl_ = nullptr;
    int handle_ = -1;
    std::string read_;
    bool open_ = true;
};

/// The bytes of a request with a Host header; `headers` are whole lines with their ends.
std::string http_request(std::string_view method, std::string_view path, std::string_view headers,
                         std::string_view body);

}  // namespace support
