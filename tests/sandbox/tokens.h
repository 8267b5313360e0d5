#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "tests/sandbox/message.h"
#include "tests/sandbox/world.h"

namespace sandbox {

/// What a token says of its bearer.
struct Bearer {
    std::optional<User> user;  ///< absent: a bare client, which may read but not list or write
};

/// What the demonstration and the tests sign in with.
inline constexpr const char* kClientId = "hub";
inline constexpr const char* kClientSecret = "demo-secret";

struct TokenSettings {
    std::string client_id = kClientId;
    std::string client_secret = kClientSecret;
    std::chrono::seconds lifetime{599};
};

/// The part of HMPPS Auth that a provider's system meets: `POST .../oauth/token`.
class Tokens {
public:
    explicit Tokens(TokenSettings settings) : settings_(std::move(settings)) {}

    /// Grants: client_credentials, with `username` for a token that carries a user; refresh_token.
    Answer grant(const Request& request, const World& world, base::Instant now);
    /// Whose token this `Authorization` header carries; nothing for an unknown or expired one.
    std::optional<Bearer> bearer(const std::string& authorization, base::Instant now) const;
    /// A refresh token as a signed-in user's browser would have brought it.
    std::string sign_in(const User& user);
    /// Every token given out so far stops working: the next call with one is a 401.
    void forget_all() { tokens_.clear(); }
    void set_lifetime(std::chrono::seconds lifetime) { settings_.lifetime = lifetime; }

private:
    struct Given {
        Bearer bearer;
        base::Instant expires_at;
    };
    std::string new_token(const Bearer& bearer, base::Instant now, const char* kind);

    TokenSettings settings_;
    int given_ = 0;
    std::map<std::string, Given> tokens_;
    std::map<std::string, User> refresh_tokens_;
};

}  // namespace sandbox
