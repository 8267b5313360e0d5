#pragma once

#include <string>
#include <string_view>

#include "shared/base/secret.h"

namespace domain {

/// HMAC-SHA-256, implemented by an adapter on each side. The list for offline use holds such hashes instead
/// of names.
class KeyedHash {
public:
    virtual ~KeyedHash() = default;
    /// 64 lower-case hexadecimal digits.
    virtual std::string hash(const base::Secret& key, std::string_view text) const = 0;
};

}  // namespace domain
