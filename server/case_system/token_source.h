#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "server/app/case_system.h"
#include "server/case_system/http_client.h"
#include "server/case_system/settings.h"
#include "shared/base/clock.h"
#include "shared/base/secret.h"

namespace server::case_system {

/// Where tokens for the case system come from. From any thread.
class TokenSource {
public:
    virtual ~TokenSource() = default;
    /// A token good for a call now. Unreachable: try later; NotAllowed: people.
    virtual app::CaseResult<base::Secret> token() = 0;
    /// The case system refused this token: the next token() is another one.
    virtual void refuse(const base::Secret& token) = 0;
};

/// OAuth 2.0 client credentials at HMPPS Auth, with the service user's name when there is one.
class ClientCredentials final : public TokenSource {
public:
    ClientCredentials(const ReferAndMonitorSettings& settings, const base::Clock& clock);
    app::CaseResult<base::Secret> token() override;
    void refuse(const base::Secret& token) override;

private:
    app::CaseResult<base::Secret> fetch();

    const ReferAndMonitorSettings& settings_;
    const base::Clock& clock_;
    HttpClient http_;
    std::mutex mutex_;
    base::Secret kept_;
    base::BootTime refresh_at_{};  ///< by the clock that never jumps
};

/// A new token is fetched this long before the old one ends.
inline constexpr std::chrono::seconds kRefreshEarly{60};

/// What the sign-in service answers.
struct Grant {
    base::Secret token;
    std::chrono::seconds lasts{0};
};
/// NotUnderstood when it has not the form of RFC 6749, 5.1. A missing `expires_in` counts as 0: used once.
app::CaseResult<Grant> decode_grant(std::string_view body);

}  // namespace server::case_system
