#pragma once

#include <string>

#include "shared/base/instant.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace server::app {

class Store;

/// A provider's user in whose name the hub calls the case system, instead of a service user of its own. There
/// is one at most.
struct LinkedUser {
    std::string name;  ///< as the case system's sign-in service knows them; for people only
    base::Instant linked_at{};
    std::string linked_by;  ///< the member of staff who linked them
    base::Secret refresh_token;
};

/// A refresh token, and since when the user is linked whose it is.
struct RefreshToken {
    base::Secret secret;
    base::Instant linked_at{};
};

/// The refresh token of the linked user, which changes with its use where the sign-in service says so.
class RefreshTokens {
public:
    virtual ~RefreshTokens() = default;
    /// NotFound when nobody is linked.
    virtual base::Result<RefreshToken> current() = 0;
    /// In place of `used`, and on disk when this returns. Conflict when another one took its place meanwhile,
    /// NotFound when nobody is linked any more.
    virtual base::Done replace(const base::Secret& used, const base::Secret& fresh) = 0;
};

/// The one in the record. `store` outlives it. From any thread.
class RecordedRefreshToken final : public RefreshTokens {
public:
    explicit RecordedRefreshToken(Store& store) : store_(store) {}
    base::Result<RefreshToken> current() override;
    base::Done replace(const base::Secret& used, const base::Secret& fresh) override;

private:
    Store& store_;
};

/// How long a refresh token may be.
inline constexpr std::size_t kRefreshTokenBytesMax = 8192;
inline constexpr std::size_t kLinkedNameBytesMax = 100;

/// InvalidInput with what to do for a name, a member of staff or a token that cannot be right.
base::Done check(const LinkedUser& user);

}  // namespace server::app
