#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/base/secret.h"

using SSL_CTX = struct ssl_ctx_st;

namespace kiosk::net {

/// InvalidInput unless the text holds at least one PEM certificate.
base::Done check_certificate(const std::string& pem);
/// InvalidInput unless the key is readable and belongs to the certificate.
base::Done check_key(const std::string& certificate_pem, const base::Secret& key_pem);

/// Makes the context trust exactly the authorities in `ca_pem` and ignore the dates of certificates;
/// everything else is verified as usual. False when the PEM cannot be read.
bool trust_only(SSL_CTX* context, const std::string& ca_pem);

}  // namespace kiosk::net
