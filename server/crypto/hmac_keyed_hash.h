#pragma once

#include "shared/domain/keyed_hash.h"

namespace server::crypto {

/// HMAC-SHA-256 by OpenSSL. From any thread.
class HmacKeyedHash final : public domain::KeyedHash {
public:
    std::string hash(const base::Secret& key, std::string_view text) const override;
};

}  // namespace server::crypto
