#include "server/crypto/certificates.h"

#include <algorithm>
#include <cctype>
#include <ctime>
#include <memory>

#include <arpa/inet.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "server/crypto/bytes.h"
#include "shared/base/invariant.h"

namespace server::crypto {
namespace {

using base::ErrorKind;

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

constexpr std::size_t kNameBytesMax = 64;  ///< RFC 5280, ub-common-name

std::string text_of(BIO* bio) {
    char* bytes = nullptr;
    const long count = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(count)};
}

Identity to_pem(X509* certificate, EVP_PKEY* key) {
    const Bio certificate_text(BIO_new(BIO_s_mem()));
    const Bio key_text(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificate_text.get(), certificate);
    PEM_write_bio_PrivateKey(key_text.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return {text_of(certificate_text.get()), text_of(key_text.get())};
}

base::Result<Certificate> read_certificate(const std::string& pem) {
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate) return base::fail(ErrorKind::Corrupt, "this is not a certificate in PEM form");
    return certificate;
}

base::Result<Key> read_key(const std::string& pem) {
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    char no_password[] = "";  // OpenSSL would ask at the terminal
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, no_password));
    if (!key) return base::fail(ErrorKind::Corrupt, "this is not a private key in PEM form");
    return key;
}

std::time_t seconds_of(base::Instant instant) {
    return static_cast<std::time_t>(
        std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count());
}

base::Result<base::Instant> instant_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return base::fail(ErrorKind::Corrupt, "the certificate has no valid dates");
    return base::Instant{std::chrono::seconds{timegm(&parts)}};
}

void add_extension(X509* certificate, X509* issuer, int id, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str());
    INVARIANT(extension != nullptr, "an extension's text is made by this file");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// A certificate with everything but its issuer, extensions and signature.
base::Result<Certificate> blank(const std::string& name, EVP_PKEY* key, const Validity& validity) {
    if (name.empty() || name.size() > kNameBytesMax) {
        return base::fail(ErrorKind::InvalidInput, "a name in a certificate has 1 to 64 bytes");
    }
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::uint64_t serial = 0;
    INVARIANT(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1,
              "OpenSSL gives chance");
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1U);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds_of(validity.from));
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds_of(validity.to));
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

base::Result<Identity> issue(const Identity& authority, const std::string& name, const std::string& usage,
                             const std::string& alternative_names, const Validity& validity) {
    const Certificate issuer = TRY(read_certificate(authority.certificate));
    const Key issuer_key = TRY(read_key(authority.key));
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = TRY(blank(name, key.get(), validity));
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    add_extension(certificate.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate.get(), issuer.get(), NID_key_usage, "critical,digitalSignature");
    add_extension(certificate.get(), issuer.get(), NID_ext_key_usage, usage);
    if (!alternative_names.empty()) {
        add_extension(certificate.get(), issuer.get(), NID_subject_alt_name, alternative_names);
    }
    INVARIANT(X509_sign(certificate.get(), issuer_key.get(), EVP_sha256()) > 0, "a P-256 key signs");
    return to_pem(certificate.get(), key.get());
}

bool is_ip_address(const std::string& text) {
    in6_addr address{};
    return inet_pton(AF_INET, text.c_str(), &address) == 1 ||
           inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool is_dns_name(const std::string& text) {
    return !text.empty() && text.size() <= kNameBytesMax &&
           std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '.'; });
}

}  // namespace

base::Result<Identity> make_authority(const std::string& name, const Validity& validity) {
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = TRY(blank(name, key.get(), validity));
    X509* own = certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    add_extension(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    INVARIANT(X509_sign(own, key.get(), EVP_sha256()) > 0, "a P-256 key signs");
    return to_pem(own, key.get());
}

base::Result<Identity> issue_server(const Identity& authority, const std::vector<std::string>& names,
                                    const Validity& validity) {
    std::string alternative;
    for (const std::string& name : names) {
        const bool address = is_ip_address(name);
        if (!address && !is_dns_name(name)) {
            return base::fail(ErrorKind::InvalidInput,
                              "server.names must hold DNS names and IP addresses only");
        }
        alternative += (alternative.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + name;
    }
    if (names.empty()) return base::fail(ErrorKind::InvalidInput, "server.names must hold at least one name");
    return issue(authority, names.front(), "serverAuth", alternative, validity);
}

base::Result<Identity> issue_kiosk(const Identity& authority, const std::string& name,
                                   const Validity& validity) {
    return issue(authority, name, "clientAuth", {}, validity);
}

base::Result<std::string> fingerprint(const std::string& certificate_pem) {
    const Certificate certificate = TRY(read_certificate(certificate_pem));
    app::Digest digest{};
    unsigned count = 0;
    X509_digest(certificate.get(), EVP_sha256(), reinterpret_cast<unsigned char*>(digest.data()), &count);
    INVARIANT(count == digest.size(), "SHA-256 has 32 bytes");
    return to_hex(digest);
}

base::Result<Validity> validity_of(const std::string& certificate_pem) {
    const Certificate certificate = TRY(read_certificate(certificate_pem));
    return Validity{TRY(instant_of(X509_get0_notBefore(certificate.get()))),
                    TRY(instant_of(X509_get0_notAfter(certificate.get())))};
}

base::Done check_identity(const Identity& identity, const std::string& authority_pem) {
    const Certificate certificate = TRY(read_certificate(identity.certificate));
    const Certificate authority = TRY(read_certificate(authority_pem));
    const Key key = TRY(read_key(identity.key));
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        return base::fail(ErrorKind::Corrupt, "the private key does not belong to the certificate");
    }
    if (X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) != 1) {
        return base::fail(ErrorKind::Corrupt, "the certificate is not of this hub's authority");
    }
    return {};
}

}  // namespace server::crypto
