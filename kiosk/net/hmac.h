#pragma once

#include "shared/domain/keyed_hash.h"

namespace kiosk::net {

/// HMAC-SHA-256 by OpenSSL.
class Hmac final : public domain::KeyedHash {
public:
    std::string hash(const base::Secret& key, std::string_view text) const override;
};

}  // namespace kiosk::net
