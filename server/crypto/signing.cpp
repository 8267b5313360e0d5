#include "server/crypto/signing.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "server/crypto/bytes.h"
#include "shared/base/invariant.h"

namespace server::crypto {
namespace {

constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kPemBytesMax = 4096;

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using KeyHandle = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Context = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// None for anything but a public key of Ed25519.
KeyHandle read_public(std::string_view pem) {
    if (pem.size() > kPemBytesMax) return nullptr;
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    KeyHandle key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (key && EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) key.reset();
    return key;
}

}  // namespace

app::Digest OpenSslSeals::digest(std::string_view bytes) const {
    return sha256(bytes);
}

std::optional<std::string> OpenSslSeals::fingerprint(std::string_view public_key) const {
    const KeyHandle key = read_public(public_key);
    if (!key) return std::nullopt;
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key.get(), &der);
    INVARIANT(size > 0, "a public key that was read can be written");
    const app::Digest digest = sha256({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return to_hex(digest);
}

bool OpenSslSeals::fits(std::string_view public_key, std::string_view bytes,
                        std::string_view signature) const {
    const KeyHandle key = read_public(public_key);
    if (!key || signature.size() != kSignatureBytes) return false;
    const Context context(EVP_MD_CTX_new());
    const bool fits =
        context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
        EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(bytes), bytes.size()) == 1;
    ERR_clear_error();
    return fits;
}

struct Ed25519Signer::Key {
    KeyHandle handle;
};

Ed25519Signer::Ed25519Signer(const base::Secret& seed) : key_(std::make_unique<Key>()) {
    const auto bytes = seed.reveal();
    INVARIANT(bytes.size() == kKeyBytes, "a key has its size");
    key_->handle.reset(EVP_PKEY_new_raw_private_key(
        EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
    INVARIANT(key_->handle != nullptr, "OpenSSL has Ed25519");
}

Ed25519Signer::~Ed25519Signer() = default;

std::string Ed25519Signer::sign(std::string_view bytes) const {
    std::string signature(kSignatureBytes, '\0');
    std::size_t size = signature.size();
    const Context context(EVP_MD_CTX_new());
    const bool ok = context &&
                    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_->handle.get()) == 1 &&
                    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                                   raw(bytes), bytes.size()) == 1;
    INVARIANT(ok && size == kSignatureBytes, "signing works");
    return signature;
}

std::string Ed25519Signer::public_key() const {
    const Bio bio(BIO_new(BIO_s_mem()));
    INVARIANT(PEM_write_bio_PUBKEY(bio.get(), key_->handle.get()) == 1, "a public key can be written");
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace server::crypto
