#pragma once

#include "server/app/linked_user.h"
#include "server/case_system/token_source.h"

namespace server::case_system {

/// OAuth 2.0 refresh tokens (RFC 6749, 6) of a linked user at HMPPS Auth. One process at a time reads the
/// token, asks with it and keeps the fresh one that comes with an answer, before the access token is used. A
/// fresh one that could not be kept is kept before anything else is asked. Once another user is linked or
/// nobody is, no token of the one before is used. `tokens` outlives it.
class LinkedUserTokens final : public GrantedTokens {
public:
    LinkedUserTokens(const ReferAndMonitorSettings& settings, const base::Clock& clock,
                     app::RefreshTokens& tokens);

private:
    app::CaseResult<Grant> fetch() override;
    bool still_stands() override;
    app::CaseResult<Grant> ask_in_turn();
    /// Nothing to do where none is waiting to be kept.
    base::Done keep_fresh();

    app::RefreshTokens& tokens_;
    base::Instant linked_at_{};  ///< of whom the newest access token is
    base::Secret used_;          ///< in whose place fresh_ is to be kept
    base::Secret fresh_;         ///< came with an answer and is not kept yet; empty: none
};

}  // namespace server::case_system
