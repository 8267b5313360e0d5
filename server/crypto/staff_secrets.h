#pragma once

#include "server/app/staff_secrets.h"

namespace server::crypto {

/// What one password costs to try. `Least` is for tests alone.
enum class PasswordCost { Full, Least };

/// Passwords by Argon2id (libsodium), second factors by RFC 6238 (liboath): SHA-1, six digits, 30 seconds, as
/// every app for telephones has it.
class SodiumStaffSecrets final : public app::StaffSecrets {
public:
    explicit SodiumStaffSecrets(PasswordCost cost = PasswordCost::Full);

    std::string hash_password(const base::Secret& password) const override;
    bool password_fits(const std::string& hash, const base::Secret& password) const override;
    std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code,
                                             base::Instant now) const override;
    std::string code_at(std::string_view key, base::Instant now) const override;
    std::string key_in_words(std::string_view key) const override;
    /// The key again; empty when the words are none.
    std::string key_of_words(const std::string& words) const;

private:
    PasswordCost cost_;
    std::string hash_of_nothing_;  ///< tried where there is no hash, so that nobody can tell by the time
};

}  // namespace server::crypto
