#pragma once

#include "server/app/linked_user.h"
#include "server/case_system/token_source.h"

namespace server::case_system {

/// OAuth 2.0 refresh tokens (RFC 6749, 6) of a linked user at HMPPS Auth. A fresh refresh token that comes
/// with an answer is kept before the access token is used. `tokens` outlives it.
class LinkedUserTokens final : public GrantedTokens {
public:
    LinkedUserTokens(const ReferAndMonitorSettings& settings, const base::Clock& clock,
                     app::RefreshTokens& tokens);

private:
    app::CaseResult<Grant> fetch() override;

    app::RefreshTokens& tokens_;
};

}  // namespace server::case_system
