#include "kiosk/net/hmac.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "shared/base/invariant.h"

namespace kiosk::net {

std::string Hmac::hash(const base::Secret& key, std::string_view text) const {
    constexpr char kHex[] = "0123456789abcdef";
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    const auto bytes = key.reveal();
    const unsigned char* done =
        HMAC(EVP_sha256(), bytes.data(), static_cast<int>(bytes.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &length);
    INVARIANT(done != nullptr && length == digest.size(), "HMAC-SHA-256 gives 32 bytes");
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += kHex[byte >> 4];
        hex += kHex[byte & 0x0f];
    }
    return hex;
}

}  // namespace kiosk::net
