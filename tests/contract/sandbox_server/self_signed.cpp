#include "tests/contract/sandbox_server/self_signed.h"

#include <memory>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "shared/base/invariant.h"

namespace sandbox_test {
namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* handle) const {
        Free(handle);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

std::string text_of(const Memory& memory) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return std::string(bytes, static_cast<std::size_t>(size));
}

}  // namespace

SelfSigned make_self_signed() {
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    INVARIANT(key && certificate, "OpenSSL can make a key");
    constexpr long kDay = 24L * 3600;
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kDay);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("sandbox"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    const Extension names(X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"));
    X509_add_ext(certificate.get(), names.get(), -1);
    INVARIANT(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "OpenSSL can sign");
    const Memory first(BIO_new(BIO_s_mem()));
    const Memory second(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(first.get(), certificate.get());
    PEM_write_bio_PrivateKey(second.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {text_of(first), text_of(second)};
}

}  // namespace sandbox_test
