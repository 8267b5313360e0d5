#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/tls/tls_client.h"

namespace support {

/// Connections that each send a byte at a time and never come to an end, until the server ends them.
class Attack {
public:
    using Clock = std::chrono::steady_clock;

    /// Shakes hands with a certificate of the hub, then trickles the head of a request.
    void add_behind_handshake(std::uint16_t port, const Identity& identity, const std::string& from_address);
    /// Trickles the first message of a handshake.
    void add_before_handshake(std::uint16_t port, const std::string& from_address);

    std::size_t size() const { return connections_.size(); }

    /// One byte to each, again and again with `pause` in between, until all are ended or `at_most` is over.
    void trickle(std::chrono::milliseconds pause, std::chrono::milliseconds at_most);

    std::size_t still_open() const;
    /// From just before a connection's first byte until it was seen ended: of the first and of the last one.
    std::chrono::milliseconds first_ended_after() const;
    std::chrono::milliseconds last_ended_after() const;

private:
    struct Connection {
        std::unique_ptr<TlsClient> client;
        bool in_clear = false;
        std::size_t sent = 0;
        Clock::time_point began{};
        Clock::time_point ended{};  ///< zero while it is open
    };
    static bool send_a_byte(Connection& one);

    std::vector<Connection> connections_;
};

}  // namespace support
