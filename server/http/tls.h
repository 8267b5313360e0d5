#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <openssl/ssl.h>

#include "server/http/tls_files.h"
#include "shared/base/instant.h"
#include "shared/base/result.h"

/// The TLS of the doors: version 1.3 only; where both sides show a certificate, only this hub's CA is
/// trusted.
namespace server::http {

using TlsContext = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

/// A context that demands a client certificate or asks for none. Sessions are never resumed: a revoked kiosk
/// must not come back on an old one. Certificate times are left to judge_times(). InvalidInput, with what to
/// do, when a file cannot be read or the key does not fit the certificate.
base::Result<TlsContext> make_tls_context(const TlsFiles& files, ClientCertificates certificates);

/// Whether the certificate now under judgement is valid at this instant; else sets the context's error.
bool judge_times(X509_STORE_CTX* judged, base::Instant now);

/// SHA-256 of the certificate (DER), 64 lower-case hexadecimal digits.
std::string fingerprint_of(const X509* certificate);

/// SHA-256 of a text, 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view text);

}  // namespace server::http
