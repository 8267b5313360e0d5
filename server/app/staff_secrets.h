#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/base/secret.h"

namespace server::app {

/// Passwords and second factors of staff. Implemented by server/crypto. From any thread.
class StaffSecrets {
public:
    virtual ~StaffSecrets() = default;

    /// Argon2id with a random salt, as text. Slow on purpose: never on a thread that others wait for.
    virtual std::string hash_password(const base::Secret& password) const = 0;
    /// As slow. False for a hash that is none, after the same time.
    virtual bool password_fits(const std::string& hash, const base::Secret& password) const = 0;

    /// The time step (30 s, RFC 6238) in which this code of six digits counts, one step to either side of
    /// now; none when it is wrong.
    virtual std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code,
                                                     base::Instant now) const = 0;
    /// The code of this instant.
    virtual std::string code_at(std::string_view key, base::Instant now) const = 0;
    /// The key in Base32, as people type it into an app on their telephone.
    virtual std::string key_in_words(std::string_view key) const = 0;
};

}  // namespace server::app
