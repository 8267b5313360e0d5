#include "server/case_system/linked_user_tokens.h"

#include <utility>

namespace server::case_system {

using app::CaseError;
using app::CaseFailure;

namespace {

constexpr const char* kLinkAgain =
    "The case system's sign-in service does not accept the linked user any more. Link them again with hubctl "
    "case-user link.";

CaseError of_record(const base::Error& error) {
    if (error.kind == base::ErrorKind::NotFound)
        return {CaseFailure::NotAllowed, 0,
                "Nobody is linked to sign in to the case system. Link a user with hubctl case-user link."};
    return {CaseFailure::Unreachable, 0, "The linked user's token cannot be read or kept at the moment."};
}

}  // namespace

LinkedUserTokens::LinkedUserTokens(const ReferAndMonitorSettings& settings, const base::Clock& clock,
                                   app::RefreshTokens& tokens)
    : GrantedTokens(settings, clock), tokens_(tokens) {}

app::CaseResult<Grant> LinkedUserTokens::fetch() {
    const auto refresh = tokens_.current();
    if (!refresh) return tl::unexpected<CaseError>(of_record(refresh.error()));
    auto grant = ask("grant_type=refresh_token&refresh_token=" + percent_encoded(refresh->reveal_text()),
                     kLinkAgain);
    if (!grant || grant->refresh_token.empty()) return grant;
    if (const auto kept = tokens_.replace(*refresh, grant->refresh_token); !kept)
        return tl::unexpected<CaseError>(of_record(kept.error()));
    return grant;
}

}  // namespace server::case_system
