#pragma once

#include <chrono>
#include <cstddef>

#include "shared/protocol/limits.h"

namespace server::http {

/// What a door allows; the kiosks' has these (docs/protocol.md, "Limits"). An honest client never meets one;
/// a slow, silent or greedy client is cut off at the first it meets.
struct Limits {
    std::size_t body_bytes = protocol::kRequestBytesMax;
    std::size_t header_bytes = 8 * 1024;

    std::chrono::milliseconds handshake{10'000};  ///< for the whole TLS handshake
    std::chrono::milliseconds request{
        10'000};  ///< from a request's first byte to its last, however it trickles
    std::chrono::milliseconds reply{10'000};  ///< for writing one reply
    std::chrono::milliseconds idle{60'000};   ///< between a reply and the next request's first byte
    std::chrono::milliseconds linger{
        2'000};  ///< for the client to read a last reply before the connection ends
    std::chrono::milliseconds stream_rest{15'000};    ///< an endless reply says something this often
    std::chrono::milliseconds connection{3'600'000};  ///< then the connection ends after the reply under way

    std::size_t connections = 1024;           ///< in all, handshakes under way included
    std::size_t connections_an_address = 64;  ///< those of one IP address
    std::size_t connections_a_holder = 16;    ///< those with one certificate
    std::size_t requests = 512;               ///< being answered at once, over all connections
    std::size_t reads_waiting = 256;          ///< looks at the store that wait for a thread of the pool

    unsigned threads = 2;       ///< of the event loop
    unsigned read_threads = 2;  ///< that look at the store, so that a slow look holds up nobody else

    std::chrono::seconds retry_after{2};  ///< what a refused client is told to wait
};

}  // namespace server::http
