#pragma once

#include <string>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"

/// The hub's own authority and what it issues: X.509 certificates on P-256, PEM. Used by hubctl only.
namespace server::crypto {

/// A certificate and its private key, both PEM.
struct Identity {
    std::string certificate;
    std::string key;
};

struct Validity {
    base::Instant from{};
    base::Instant to{};
};

/// An authority that signs itself; it may sign certificates and nothing else.
base::Result<Identity> make_authority(const std::string& name, const Validity& validity);

/// For a TLS server known under these DNS names and IP addresses. InvalidInput for a name that is neither.
base::Result<Identity> issue_server(const Identity& authority, const std::vector<std::string>& names,
                                    const Validity& validity);
/// For a TLS client: a kiosk. `name` stands in the subject.
base::Result<Identity> issue_kiosk(const Identity& authority, const std::string& name,
                                   const Validity& validity);

/// SHA-256 of the certificate (DER), 64 lower-case hexadecimal digits.
base::Result<std::string> fingerprint(const std::string& certificate_pem);
base::Result<Validity> validity_of(const std::string& certificate_pem);
/// Whether the authority signed the certificate and the key belongs to it.
base::Done check_identity(const Identity& identity, const std::string& authority_pem);

}  // namespace server::crypto
