#pragma once

#include <string>

#include "server/settings/settings.h"

/// Where a hub's files lie (docs/operations.md).
namespace server::hub {

struct KeyPaths {
    std::string hub_key;         ///< opens everything that is sealed
    std::string ca_certificate;  ///< the hub's own authority
    std::string ca_key;          ///< used by hubctl only; kept off the machine when no kiosk is being added
    std::string server_certificate;
    std::string server_key;
    std::string evidence_key;  ///< signs packs of evidence; used by hubctl only
};

inline KeyPaths key_paths(const settings::Settings& settings) {
    const std::string folder = settings.keys + '/';
    return {folder + "hub.key",    folder + "ca.pem",     folder + "ca.key",
            folder + "server.pem", folder + "server.key", folder + "evidence.key"};
}

}  // namespace server::hub
