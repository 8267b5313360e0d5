#include "shared/base/entropy.h"

#include <array>
#include <bit>
#include <chrono>
#include <cstdint>

#include <sys/random.h>

#include "shared/base/invariant.h"

namespace base {
namespace {

using Bytes = std::array<std::byte, 16>;

/// The bytes as a UUID of that version (RFC 9562, 5).
std::string text_of(Bytes bytes, unsigned version) {
    constexpr char kHex[] = "0123456789abcdef";
    bytes[6] = (bytes[6] & std::byte{0x0f}) | static_cast<std::byte>(version << 4);
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += kHex[std::to_integer<unsigned>(bytes[i] >> 4)];
        text += kHex[std::to_integer<unsigned>(bytes[i] & std::byte{0x0f})];
    }
    return text;
}

}  // namespace

void SystemEntropy::fill(std::span<std::byte> out) {
    while (!out.empty()) {
        const ssize_t count = getrandom(out.data(), out.size(), 0);
        INVARIANT(count > 0, "the kernel gives random numbers");
        out = out.subspan(static_cast<std::size_t>(count));
    }
}

std::uint64_t random_number(Entropy& entropy) {
    std::array<std::byte, sizeof(std::uint64_t)> bytes{};
    entropy.fill(bytes);
    return std::bit_cast<std::uint64_t>(bytes);
}

std::string new_uuid(Entropy& entropy) {
    Bytes bytes{};
    entropy.fill(bytes);
    return text_of(bytes, 4);
}

std::string new_uuid_at(Entropy& entropy, Instant made) {
    constexpr std::size_t kTimeBytes = 6;
    Bytes bytes{};
    entropy.fill(std::span(bytes).subspan(kTimeBytes));
    const auto since = std::chrono::floor<std::chrono::milliseconds>(made.time_since_epoch()).count();
    for (std::size_t i = 0; i < kTimeBytes; ++i) {
        bytes[i] = static_cast<std::byte>(static_cast<std::uint64_t>(since) >> (8 * (kTimeBytes - 1 - i)));
    }
    return text_of(bytes, 7);
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !hex) return false;
    }
    return true;
}

}  // namespace base
