#include "server/evidence/hex.h"

#include <cstring>

namespace server::evidence {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string to_hex(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char one : bytes) {
        const auto byte = static_cast<unsigned char>(one);
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0x0FU];
    }
    return text;
}

std::optional<std::string> from_hex(std::string_view digits) {
    if (digits.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const auto high = kDigits.find(digits[i]);
        const auto low = kDigits.find(digits[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes += static_cast<char>(static_cast<unsigned char>(high << 4U | low));
    }
    return bytes;
}

std::optional<app::Digest> digest_from_hex(std::string_view digits) {
    const auto bytes = from_hex(digits);
    app::Digest digest{};
    if (!bytes || bytes->size() != digest.size()) return std::nullopt;
    std::memcpy(digest.data(), bytes->data(), bytes->size());
    return digest;
}

}  // namespace server::evidence
