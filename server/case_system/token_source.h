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

/// What the sign-in service answers.
struct Grant {
    base::Secret token;
    std::chrono::seconds lasts{0};
    base::Secret refresh_token{};  ///< in place of the one that was used; empty: that one goes on
};

/// Tokens of a sign-in service (RFC 6749), one kept for all threads and renewed before its end by the clock
/// that never jumps.
class GrantedTokens : public TokenSource {
public:
    app::CaseResult<base::Secret> token() override;
    void refuse(const base::Secret& token) override;

protected:
    GrantedTokens(const ReferAndMonitorSettings& settings, const base::Clock& clock);
    /// A new one. Called by one thread at a time.
    virtual app::CaseResult<Grant> fetch() = 0;
    /// Whether the one that was fetched last is still of whom the hub signs in as. Called as fetch() is.
    virtual bool still_stands() { return true; }
    /// Posts the form to the token address with the client's name and secret. `refused` is what people read
    /// when that is not accepted.
    app::CaseResult<Grant> ask(const std::string& form, const char* refused);
    const ReferAndMonitorSettings& settings() const { return settings_; }

private:
    const ReferAndMonitorSettings& settings_;
    const base::Clock& clock_;
    HttpClient http_;
    std::mutex mutex_;
    base::Secret kept_;
    base::BootTime refresh_at_{};
};

/// OAuth 2.0 client credentials at HMPPS Auth, with the service user's name when there is one.
class ClientCredentials final : public GrantedTokens {
public:
    ClientCredentials(const ReferAndMonitorSettings& settings, const base::Clock& clock)
        : GrantedTokens(settings, clock) {}

private:
    app::CaseResult<Grant> fetch() override;
};

/// A new token is fetched this long before the old one ends.
inline constexpr std::chrono::seconds kRefreshEarly{60};

/// NotUnderstood when it has not the form of RFC 6749, 5.1. A missing `expires_in` counts as 0: used once.
app::CaseResult<Grant> decode_grant(std::string_view body);

}  // namespace server::case_system
