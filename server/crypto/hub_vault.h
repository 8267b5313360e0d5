#pragma once

#include "server/app/vault.h"
#include "shared/base/entropy.h"

namespace server::crypto {

/// The Vault under one hub key. From that key come, each by HMAC-SHA-256 over its own label, a key that wraps
/// the people's keys and a key for find hashes.
class HubVault final : public app::Vault {
public:
    /// `hub_key` has kKeyBytes bytes (server/crypto/key_file.h reads it). `entropy` outlives the vault and
    /// may be used from any thread that seals.
    HubVault(const base::Secret& hub_key, base::Entropy& entropy);

    std::string new_key(std::string_view owner) override;
    base::Result<base::Secret> unwrap(std::string_view owner, std::string_view wrapped) const override;
    std::string seal(const base::Secret& key, std::string_view place, std::string_view text) override;
    base::Result<std::string> unseal(const base::Secret& key, std::string_view place,
                                     std::string_view sealed) const override;
    std::string find_hash(std::string_view kind, std::string_view text) const override;
    app::Digest digest(std::string_view bytes) const override;
    app::Digest salt() override;

private:
    base::Entropy& entropy_;
    base::Secret wrap_key_;
    base::Secret find_key_;
};

}  // namespace server::crypto
