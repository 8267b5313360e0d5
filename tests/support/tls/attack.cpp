#include "tests/support/tls/attack.h"

#include <algorithm>
#include <string_view>
#include <thread>

namespace support {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

/// The head of a request whose last header never ends.
constexpr std::string_view kHead = "GET /v1/today HTTP/1.1\r\nHost: hub\r\nX: ";
/// A TLS record of 512 bytes with a ClientHello whose random number never ends.
constexpr std::string_view kHello{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11};

}  // namespace

void Attack::add_behind_handshake(std::uint16_t port, const Identity& identity,
                                  const std::string& from_address) {
    TlsClient::Options options;
    options.identity = identity;
    options.from_address = from_address;
    Connection one;
    one.client = std::make_unique<TlsClient>(port, options);
    if (one.client->shake_hands()) connections_.push_back(std::move(one));
}

void Attack::add_before_handshake(std::uint16_t port, const std::string& from_address) {
    TlsClient::Options options;
    options.from_address = from_address;
    Connection one;
    one.client = std::make_unique<TlsClient>(port, options);
    one.in_clear = true;
    one.began = Clock::now();
    connections_.push_back(std::move(one));
}

bool Attack::send_a_byte(Connection& one) {
    const std::string_view text = one.in_clear ? kHello : kHead;
    const char byte = one.sent < text.size() ? text[one.sent] : 'z';
    ++one.sent;
    return one.in_clear ? one.client->send_in_clear({&byte, 1}) : one.client->send({&byte, 1});
}

void Attack::trickle(milliseconds pause, milliseconds at_most) {
    const auto began = Clock::now();
    while (still_open() > 0 && Clock::now() - began < at_most) {
        for (Connection& one : connections_) {
            if (one.ended != Clock::time_point{}) continue;
            if (one.began == Clock::time_point{}) one.began = Clock::now();
            if (!send_a_byte(one)) one.ended = Clock::now();
        }
        // The pause is what makes it a trickle; nothing is waited for.
        std::this_thread::sleep_for(pause);
    }
}

std::size_t Attack::still_open() const {
    return static_cast<std::size_t>(
        std::count_if(connections_.begin(), connections_.end(),
                      [](const Connection& one) { return one.ended == Clock::time_point{}; }));
}

milliseconds Attack::first_ended_after() const {
    auto least = Clock::duration::max();
    for (const Connection& one : connections_)
        if (one.ended != Clock::time_point{}) least = std::min(least, one.ended - one.began);
    return duration_cast<milliseconds>(least);
}

milliseconds Attack::last_ended_after() const {
    auto most = Clock::duration::zero();
    for (const Connection& one : connections_)
        if (one.ended != Clock::time_point{}) most = std::max(most, one.ended - one.began);
    return duration_cast<milliseconds>(most);
}

}  // namespace support
