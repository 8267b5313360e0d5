#include "tests/support/tls/authority.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "shared/base/invariant.h"

namespace support {
namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;

Key new_key() {
    Key key(EVP_EC_gen("P-256"));
    INVARIANT(key != nullptr, "OpenSSL makes a P-256 key");
    return key;
}

std::string text_of(BIO* bio) {
    char* bytes = nullptr;
    const long count = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(count)};
}

std::string pem(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return text_of(bio.get());
}

std::string pem(EVP_PKEY* key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(bio.get());
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    INVARIANT(extension != nullptr, "the extension's text is right");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate blank(const std::string& name, EVP_PKEY* key, const Validity& validity) {
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    std::uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    const auto seconds = [](base::Instant instant) {
        return static_cast<time_t>(
            std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count());
    };
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds(validity.from));
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds(validity.to));
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

}  // namespace

struct Authority::Keys {
    Key key = new_key();
    Certificate certificate;
};

Authority::Authority(const std::string& name) : keys_(std::make_unique<Keys>()) {
    keys_->certificate = blank(name, keys_->key.get(), {});
    X509* own = keys_->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    add_extension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    add_extension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    INVARIANT(X509_sign(own, keys_->key.get(), EVP_sha256()) > 0, "the authority signs itself");
    certificate_ = pem(own);
}

Authority::Authority(Authority&&) noexcept = default;
Authority::~Authority() = default;

Identity Authority::issue(const std::string& name, const std::string& alt_names, const std::string& usage,
                          Validity validity) const {
    const Key key = new_key();
    const Certificate certificate = blank(name, key.get(), validity);
    X509* issuer = keys_->certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    add_extension(certificate.get(), issuer, NID_ext_key_usage, usage);
    if (!alt_names.empty()) add_extension(certificate.get(), issuer, NID_subject_alt_name, alt_names);
    INVARIANT(X509_sign(certificate.get(), keys_->key.get(), EVP_sha256()) > 0, "the authority signs");
    return {pem(certificate.get()), pem(key.get())};
}

Identity Authority::server(const std::string& dns_name, Validity validity) const {
    return issue(dns_name, "DNS:" + dns_name + ",IP:127.0.0.1", "serverAuth", validity);
}

Identity Authority::server_by_name_only(const std::string& dns_name) const {
    return issue(dns_name, "DNS:" + dns_name, "serverAuth", {});
}

Identity Authority::kiosk(const std::string& name, Validity validity) const {
    return issue(name, "IP:127.0.0.1", "clientAuth", validity);
}

}  // namespace support
