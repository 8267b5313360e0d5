#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "server/settings/settings.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "tests/support/tls/authority.h"

namespace support {

/// A temporary folder with all that a hub needs before its first start, made as an installer makes it:
/// settings file, `hubctl init`, one kiosk named front-door. Removed at the end.
class HubFolder {
public:
    struct Plan {
        std::string case_system_url = "http://127.0.0.1:1";  ///< where nobody listens
        std::uint16_t kiosk_port = 8443;
    };
    HubFolder(const Plan& plan, const base::Clock& clock, base::Entropy& entropy);
    ~HubFolder();
    HubFolder(const HubFolder&) = delete;
    HubFolder& operator=(const HubFolder&) = delete;

    const std::filesystem::path& path() const { return folder_; }
    std::string settings_file() const { return (folder_ / "hub.toml").string(); }
    const server::settings::Settings& settings() const { return settings_; }
    std::string authority() const;  ///< the hub's CA, PEM
    Identity kiosk() const;         ///< of front-door

private:
    std::filesystem::path folder_;
    server::settings::Settings settings_;
};

/// A port of 127.0.0.1 that nobody listens at now, outside the range the system gives out by itself.
std::uint16_t free_port();

/// All bytes of a file; empty when it is not there.
std::string file_bytes(const std::filesystem::path& file);

}  // namespace support
