#include "shared/base/entropy.h"

#include <array>

#include <sys/random.h>

#include "shared/base/invariant.h"

namespace base {

void SystemEntropy::fill(std::span<std::byte> out) {
    while (!out.empty()) {
        const ssize_t count = getrandom(out.data(), out.size(), 0);
        INVARIANT(count > 0, "the kernel gives random numbers");
        out = out.subspan(static_cast<std::size_t>(count));
    }
}

std::string new_uuid(Entropy& entropy) {
    constexpr char kHex[] = "0123456789abcdef";
    std::array<std::byte, 16> bytes{};
    entropy.fill(bytes);
    bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x40};
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += kHex[std::to_integer<unsigned>(bytes[i] >> 4)];
        text += kHex[std::to_integer<unsigned>(bytes[i] & std::byte{0x0f})];
    }
    return text;
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
