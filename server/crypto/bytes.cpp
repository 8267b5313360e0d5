#include "server/crypto/bytes.h"

#include <array>
#include <memory>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include "shared/base/invariant.h"

namespace server::crypto {
namespace {

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

struct ContextDeleter {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, ContextDeleter>;

/// Looked up once: a look-up by name costs more than sealing a name.
const EVP_CIPHER* aes_256_gcm() {
    static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    INVARIANT(cipher != nullptr, "OpenSSL has AES-256-GCM");
    return cipher;
}

const EVP_MD* sha_256() {
    static const EVP_MD* const md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    INVARIANT(md != nullptr, "OpenSSL has SHA-256");
    return md;
}

}  // namespace

app::Digest sha256(std::string_view bytes) {
    app::Digest out{};
    unsigned length = 0;
    const int ok = EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(out.data()),
                              &length, sha_256(), nullptr);
    INVARIANT(ok == 1 && length == out.size(), "SHA-256 works");
    return out;
}

app::Digest hmac_sha256(const base::Secret& key, std::string_view bytes) {
    app::Digest out{};
    unsigned length = 0;
    const auto bytes_of_key = key.reveal();
    const unsigned char* ok =
        HMAC(sha_256(), bytes_of_key.data(), static_cast<int>(bytes_of_key.size()), raw(bytes), bytes.size(),
             reinterpret_cast<unsigned char*>(out.data()), &length);
    INVARIANT(ok != nullptr && length == out.size(), "HMAC works");
    return out;
}

std::string to_hex(std::span<const std::byte> bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::byte byte : bytes) {
        text += kDigits[std::to_integer<unsigned>(byte >> 4)];
        text += kDigits[std::to_integer<unsigned>(byte & std::byte{0x0f})];
    }
    return text;
}

std::string gcm_seal(const base::Secret& key, std::span<const std::byte> nonce, std::string_view bound,
                     std::string_view text) {
    INVARIANT(key.reveal().size() == kKeyBytes && nonce.size() == kNonceBytes,
              "key and nonce have their size");
    std::string out(kNonceBytes + text.size() + kTagBytes, '\0');
    out.replace(0, kNonceBytes, reinterpret_cast<const char*>(nonce.data()), kNonceBytes);
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    unsigned char* const body = raw(out) + kNonceBytes;
    const bool ok =
        context &&
        EVP_EncryptInit_ex2(context.get(), aes_256_gcm(), raw(key.reveal()), raw(nonce), nullptr) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, raw(bound), static_cast<int>(bound.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), body, &length, raw(text), static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), body + text.size(), &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, body + text.size()) == 1;
    INVARIANT(ok, "sealing works");
    return out;
}

bool gcm_open(const base::Secret& key, std::string_view bound, std::string_view sealed, std::string& text) {
    if (key.reveal().size() != kKeyBytes || sealed.size() < kNonceBytes + kTagBytes) return false;
    const std::string_view body = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
    std::string tag(sealed.substr(sealed.size() - kTagBytes));
    const Context context(EVP_CIPHER_CTX_new());
    INVARIANT(context != nullptr, "there is memory for a cipher");
    text.assign(body.size(), '\0');
    int length = 0;
    const bool ok =
        EVP_DecryptInit_ex2(context.get(), aes_256_gcm(), raw(key.reveal()), raw(sealed), nullptr) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, raw(bound), static_cast<int>(bound.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), raw(text), &length, raw(body), static_cast<int>(body.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), raw(text) + text.size(), &length) == 1;
    if (!ok) text.clear();
    return ok;
}

}  // namespace server::crypto
