#pragma once

#include <memory>

#include "server/app/seals.h"
#include "shared/base/secret.h"

namespace server::crypto {

/// Ed25519 and SHA-256 by OpenSSL. From any thread.
class OpenSslSeals final : public app::Seals {
public:
    app::Digest digest(std::string_view bytes) const override;
    std::optional<std::string> fingerprint(std::string_view public_key) const override;
    bool fits(std::string_view public_key, std::string_view bytes, std::string_view signature) const override;
};

/// Signs with the private key that is made of kKeyBytes random bytes (RFC 8032), as key_file.h keeps them.
class Ed25519Signer final : public app::Signer {
public:
    explicit Ed25519Signer(const base::Secret& seed);
    ~Ed25519Signer() override;
    std::string sign(std::string_view bytes) const override;
    std::string public_key() const override;

private:
    struct Key;
    std::unique_ptr<Key> key_;
};

}  // namespace server::crypto
