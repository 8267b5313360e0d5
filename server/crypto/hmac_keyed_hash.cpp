#include "server/crypto/hmac_keyed_hash.h"

#include "server/crypto/bytes.h"

namespace server::crypto {

std::string HmacKeyedHash::hash(const base::Secret& key, std::string_view text) const {
    return to_hex(hmac_sha256(key, text));
}

}  // namespace server::crypto
