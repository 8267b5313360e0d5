#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

/// How the store keeps personal text unreadable at rest. Implemented on OpenSSL by server/crypto.
namespace server::app {

/// 32 bytes: a SHA-256 value or a salt.
using Digest = std::array<std::byte, 32>;

/// Every person has a key of their own, which is kept wrapped by the hub's key. Losing that key is erasing
/// the person: what was sealed under it can never be read again. Wrapped keys, sealed texts and hashes are
/// bytes in a std::string. From any thread.
class Vault {
public:
    virtual ~Vault() = default;

    /// A new random key, wrapped for this owner (a person's id): it unwraps for no other.
    virtual std::string new_key(std::string_view owner) = 0;
    /// Corrupt when it was wrapped for another owner or by another hub's key, or was changed.
    virtual base::Result<base::Secret> unwrap(std::string_view owner, std::string_view wrapped) const = 0;

    /// AES-256-GCM with a random nonce. `place` says where it belongs, such as `person/ID`: it opens nowhere
    /// else, so that sealed texts cannot be swapped between rows.
    virtual std::string seal(const base::Secret& key, std::string_view place, std::string_view text) = 0;
    /// Corrupt when the key or the place is another or a bit was changed.
    virtual base::Result<std::string> unseal(const base::Secret& key, std::string_view place,
                                             std::string_view sealed) const = 0;

    /// Keyed hash by which a record can be found again without keeping the text: HMAC-SHA-256, 32 bytes. The
    /// same text under another `kind` (`crn`, `person_key`) has another hash.
    virtual std::string find_hash(std::string_view kind, std::string_view text) const = 0;

    /// SHA-256.
    virtual Digest digest(std::string_view bytes) const = 0;
    /// 32 random bytes.
    virtual Digest salt() = 0;
};

}  // namespace server::app
