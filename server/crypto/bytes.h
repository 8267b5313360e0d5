#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/app/vault.h"
#include "shared/base/secret.h"

/// The few OpenSSL calls on bytes that this layer needs. A call that fails here for lack of memory or a
/// broken library ends the program: there is nothing a caller could do.
namespace server::crypto {

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;

app::Digest sha256(std::string_view bytes);
app::Digest hmac_sha256(const base::Secret& key, std::string_view bytes);
/// Lower case.
std::string to_hex(std::span<const std::byte> bytes);

/// AES-256-GCM: nonce, ciphertext and tag in one string. `bound` is authenticated but not kept.
std::string gcm_seal(const base::Secret& key, std::span<const std::byte> nonce, std::string_view bound,
                     std::string_view text);
/// False when the key, `bound` or a bit of `sealed` is not what it was.
bool gcm_open(const base::Secret& key, std::string_view bound, std::string_view sealed, std::string& text);

}  // namespace server::crypto
