#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/vault.h"

/// Signing evidence and checking who signed it. Implemented on OpenSSL by server/crypto.
namespace server::app {

/// What anybody can do who has a public key.
class Seals {
public:
    virtual ~Seals() = default;
    /// SHA-256.
    virtual Digest digest(std::string_view bytes) const = 0;
    /// SHA-256 of the key itself, 64 lower-case hexadecimal digits; none for what is no public key of Ed25519
    /// in PEM form.
    virtual std::optional<std::string> fingerprint(std::string_view public_key) const = 0;
    /// Whether the signature (Ed25519, 64 bytes) was made over these bytes by whoever has the private key.
    virtual bool fits(std::string_view public_key, std::string_view bytes,
                      std::string_view signature) const = 0;
};

/// What only whoever has the private key can do.
class Signer {
public:
    virtual ~Signer() = default;
    virtual std::string sign(std::string_view bytes) const = 0;
    virtual std::string public_key() const = 0;  ///< PEM
};

}  // namespace server::app
