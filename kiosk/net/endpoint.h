#pragma once

#include <memory>
#include <string>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace kiosk::net {

/// Where the hub's server is, and who this kiosk is to it.
struct Endpoint {
    std::string url;          ///< `https://hub.example:8443`, without a path
    std::string ca;           ///< PEM of the hub's own authority: the only one trusted
    std::string certificate;  ///< PEM of this kiosk's certificate
    base::Secret key;         ///< PEM of its private key
};

struct EndpointFiles {
    std::string url;
    std::string ca;
    std::string certificate;
    std::string key;
};

/// Reads the files of an enrolment and sees that they fit together. InvalidInput or NotFound with the file
/// and what is wrong with it. The certificates' dates are not looked at: the kiosk's clock may be wrong, and
/// the server judges expiry.
base::Result<Endpoint> read_endpoint(const EndpointFiles& files);

}  // namespace kiosk::net
