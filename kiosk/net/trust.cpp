#include "kiosk/net/trust.h"

#include <memory>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace kiosk::net {
namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Store = std::unique_ptr<X509_STORE, Freer<X509_STORE_free>>;

Bio reader(std::string_view text) {
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate next_certificate(BIO* bio) {
    Certificate certificate(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr));
    ERR_clear_error();  // the end of the text counts as an error there
    return certificate;
}

int no_password(char*, int, int, void*) {
    return 0;  // a kiosk starts without anybody to type one
}

}  // namespace

base::Done check_certificate(const std::string& pem) {
    if (next_certificate(reader(pem).get())) return {};
    return base::fail(base::ErrorKind::InvalidInput, "it holds no PEM certificate");
}

base::Done check_key(const std::string& certificate_pem, const base::Secret& key_pem) {
    const Certificate certificate = next_certificate(reader(certificate_pem).get());
    const auto bytes = key_pem.reveal();
    const Bio text = reader({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    const Key key(PEM_read_bio_PrivateKey(text.get(), nullptr, no_password, nullptr));
    ERR_clear_error();
    if (!key)
        return base::fail(base::ErrorKind::InvalidInput, "it holds no PEM private key without a password");
    const bool fits = certificate && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    if (!fits) return base::fail(base::ErrorKind::InvalidInput, "it does not belong to the certificate");
    return {};
}

bool trust_only(SSL_CTX* context, const std::string& ca_pem) {
    Store store(X509_STORE_new());
    if (!store) return false;
    const Bio bio = reader(ca_pem);
    unsigned added = 0;
    constexpr unsigned kAuthoritiesMax = 8;
    while (added < kAuthoritiesMax) {
        const Certificate authority = next_certificate(bio.get());
        if (!authority || X509_STORE_add_cert(store.get(), authority.get()) != 1) break;
        ++added;
    }
    if (added == 0 || X509_STORE_set_flags(store.get(), X509_V_FLAG_NO_CHECK_TIME) != 1) return false;
    SSL_CTX_set_cert_store(context, store.release());  // takes ownership
    return true;
}

}  // namespace kiosk::net
