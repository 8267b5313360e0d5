#include "server/crypto/hub_vault.h"

#include <array>
#include <cstring>
#include <vector>

#include "server/crypto/bytes.h"
#include "shared/base/invariant.h"

namespace server::crypto {
namespace {

base::Secret derive(const base::Secret& hub_key, std::string_view label) {
    const app::Digest key = hmac_sha256(hub_key, label);
    return base::Secret(std::vector<std::byte>(key.begin(), key.end()));
}

std::string wrap_place(std::string_view owner) {
    return "key/" + std::string(owner);
}

std::string seal_fresh(base::Entropy& entropy, const base::Secret& key, std::string_view bound,
                       std::string_view text) {
    std::array<std::byte, kNonceBytes> nonce{};
    entropy.fill(nonce);
    return gcm_seal(key, nonce, bound, text);
}

}  // namespace

HubVault::HubVault(const base::Secret& hub_key, base::Entropy& entropy) : entropy_(entropy) {
    INVARIANT(hub_key.reveal().size() == kKeyBytes, "the hub's key was read from a checked file");
    wrap_key_ = derive(hub_key, "wrap the keys of people");
    find_key_ = derive(hub_key, "find people");
}

std::string HubVault::new_key(std::string_view owner) {
    std::vector<std::byte> bytes(kKeyBytes);
    entropy_.fill(bytes);
    const base::Secret key(std::move(bytes));
    return seal_fresh(entropy_, wrap_key_, wrap_place(owner), key.reveal_text());
}

base::Result<base::Secret> HubVault::unwrap(std::string_view owner, std::string_view wrapped) const {
    std::string key;
    if (!gcm_open(wrap_key_, wrap_place(owner), wrapped, key) || key.size() != kKeyBytes) {
        return base::fail(
            base::ErrorKind::Corrupt,
            "a stored key does not open with this hub's key: check that the keys folder belongs "
            "to this database, or restore both from the same backup");
    }
    base::Secret secret{std::string_view(key)};
    explicit_bzero(key.data(), key.size());
    return secret;
}

std::string HubVault::seal(const base::Secret& key, std::string_view place, std::string_view text) {
    return seal_fresh(entropy_, key, place, text);
}

base::Result<std::string> HubVault::unseal(const base::Secret& key, std::string_view place,
                                           std::string_view sealed) const {
    std::string text;
    if (!gcm_open(key, place, sealed, text)) {
        return base::fail(base::ErrorKind::Corrupt,
                          "a sealed entry was changed or damaged: run hubctl check, then restore the newest "
                          "backup that passes it");
    }
    return text;
}

std::string HubVault::find_hash(std::string_view kind, std::string_view text) const {
    std::string labelled(kind);
    labelled += '\0';
    labelled += text;
    const app::Digest hash = hmac_sha256(find_key_, labelled);
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

app::Digest HubVault::digest(std::string_view bytes) const {
    return sha256(bytes);
}

app::Digest HubVault::salt() {
    app::Digest bytes{};
    entropy_.fill(bytes);
    return bytes;
}

}  // namespace server::crypto
