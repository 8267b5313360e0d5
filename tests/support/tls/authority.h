#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "shared/base/instant.h"

namespace support {

/// A certificate with its private key, both PEM.
struct Identity {
    std::string certificate;
    std::string key;
};

struct Validity {
    base::Instant from = base::parse_instant("2020-01-01T00:00:00Z").value();
    base::Instant to = base::parse_instant("2120-01-01T00:00:00Z").value();
};

/// An authority of its own, on P-256, that lives in memory only.
class Authority {
public:
    explicit Authority(const std::string& name);
    Authority(Authority&&) noexcept;
    ~Authority();

    const std::string& certificate() const { return certificate_; }  ///< PEM
    /// For a server known as `dns_name` and 127.0.0.1.
    Identity server(const std::string& dns_name, Validity validity = {}) const;
    /// For a server known as `dns_name` only.
    Identity server_by_name_only(const std::string& dns_name) const;
    /// For a kiosk: good for TLS clients only.
    Identity kiosk(const std::string& name, Validity validity = {}) const;

private:
    struct Keys;
    Identity issue(const std::string& name, const std::string& alt_names, const std::string& usage,
                   Validity validity) const;
    std::unique_ptr<Keys> keys_;
    std::string certificate_;
};

}  // namespace support
