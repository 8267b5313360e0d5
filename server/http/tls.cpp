#include "server/http/tls.h"

#include <array>
#include <chrono>
#include <span>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include "shared/base/invariant.h"

namespace server::http {
namespace {

constexpr int kChainDepthMax = 2;

tl::unexpected<base::Error> refuse(const std::string& path, const char* words) {
    ERR_clear_error();
    return base::fail(base::ErrorKind::InvalidInput, path + " " + words);
}

std::string to_hex(std::span<const unsigned char> bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace

base::Result<TlsContext> make_tls_context(const TlsFiles& files, ClientCertificates certificates) {
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    INVARIANT(context != nullptr, "OpenSSL makes a context");
    SSL_CTX* const ssl = context.get();
    SSL_CTX_set_min_proto_version(ssl, TLS1_3_VERSION);
    SSL_CTX_set_session_cache_mode(ssl, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(ssl, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_num_tickets(ssl, 0);
    SSL_CTX_set_mode(ssl, SSL_MODE_RELEASE_BUFFERS);

    if (SSL_CTX_use_certificate_chain_file(ssl, files.certificate.c_str()) != 1) {
        return refuse(files.certificate, "is not a readable certificate (PEM): make one with hubctl init");
    }
    if (SSL_CTX_use_PrivateKey_file(ssl, files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        return refuse(files.key,
                      "is not a readable key that fits the server's certificate: "
                      "put back the pair that hubctl init made");
    }
    if (certificates == ClientCertificates::None) return context;
    if (SSL_CTX_load_verify_locations(ssl, files.hub_ca.c_str(), nullptr) != 1) {
        return refuse(files.hub_ca,
                      "is not a readable certificate (PEM) of the hub's CA: "
                      "put back the one that hubctl init made");
    }
    SSL_CTX_set_verify(ssl, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_verify_depth(ssl, kChainDepthMax);
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(ssl), X509_V_FLAG_NO_CHECK_TIME);
    return context;
}

bool judge_times(X509_STORE_CTX* judged, base::Instant now) {
    const X509* const certificate = X509_STORE_CTX_get_current_cert(judged);
    std::time_t time = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    // X509_cmp_time: -1 when the certificate's time is not after `time`, 1 when it is, 0 when it is
    // malformed.
    if (X509_cmp_time(X509_get0_notBefore(certificate), &time) >= 0) {
        X509_STORE_CTX_set_error(judged, X509_V_ERR_CERT_NOT_YET_VALID);
        return false;
    }
    if (X509_cmp_time(X509_get0_notAfter(certificate), &time) <= 0) {
        X509_STORE_CTX_set_error(judged, X509_V_ERR_CERT_HAS_EXPIRED);
        return false;
    }
    return true;
}

std::string fingerprint_of(const X509* certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    INVARIANT(X509_digest(certificate, EVP_sha256(), digest.data(), &length) == 1, "OpenSSL has SHA-256");
    return to_hex({digest.data(), length});
}

std::string sha256_of(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    INVARIANT(EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) == 1,
              "OpenSSL has SHA-256");
    return to_hex({digest.data(), length});
}

}  // namespace server::http
