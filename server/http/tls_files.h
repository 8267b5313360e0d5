#pragma once

#include <string>

namespace server::http {

struct TlsFiles {
    std::string certificate;  ///< path of the server's certificate (PEM), its chain after it
    std::string key;          ///< path of its private key (PEM)
    std::string hub_ca;  ///< path of the hub CA's certificate (PEM), which signs every kiosk's; where they
                         ///< are demanded
};

/// Whether a client must show a certificate of the hub's CA.
enum class ClientCertificates { Demanded, None };

}  // namespace server::http
