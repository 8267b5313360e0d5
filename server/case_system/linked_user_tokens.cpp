#include "server/case_system/linked_user_tokens.h"

#include <string>

#include "server/case_system/sign_in_turn.h"

namespace server::case_system {

using app::CaseError;
using app::CaseFailure;

namespace {

constexpr const char* kLinkAgain =
    "The case system's sign-in service does not accept the linked user any more. Link them again with hubctl "
    "case-user link.";

CaseError of_record(const base::Error& error) {
    if (error.kind == base::ErrorKind::NotFound)
        return {CaseFailure::NotSignedIn, 0,
                "Nobody is linked to sign in to the case system. Link a user with hubctl case-user link."};
    return {CaseFailure::Unreachable, 0, "The linked user's token cannot be read or kept at the moment."};
}

}  // namespace

LinkedUserTokens::LinkedUserTokens(const ReferAndMonitorSettings& settings, const base::Clock& clock,
                                   app::RefreshTokens& tokens)
    : GrantedTokens(settings, clock), tokens_(tokens) {}

app::CaseResult<Grant> LinkedUserTokens::fetch() {
    const std::string& file = settings().sign_in_turn_file;
    if (file.empty()) return ask_in_turn();
    const auto turn = take_sign_in_turn(file, settings().time_out);
    if (!turn) return tl::unexpected<CaseError>(of_record(turn.error()));
    return ask_in_turn();
}

bool LinkedUserTokens::still_stands() {
    const auto linked = tokens_.current();
    if (!linked) return linked.error().kind != base::ErrorKind::NotFound;
    return linked->linked_at == linked_at_;
}

app::CaseResult<Grant> LinkedUserTokens::ask_in_turn() {
    if (const auto kept = keep_fresh(); !kept && !fresh_.empty())
        return tl::unexpected<CaseError>(of_record(kept.error()));
    const auto linked = tokens_.current();
    if (!linked) return tl::unexpected<CaseError>(of_record(linked.error()));
    // The use of a token may be the end of it: it is used only while the record takes what comes in its
    // place.
    if (const auto kept = tokens_.replace(linked->secret, linked->secret); !kept)
        return tl::unexpected<CaseError>(of_record(kept.error()));
    auto grant =
        ask("grant_type=refresh_token&refresh_token=" + percent_encoded(linked->secret.reveal_text()),
            kLinkAgain);
    if (!grant) return grant;
    used_ = linked->secret;
    fresh_ = grant->refresh_token;
    if (const auto kept = keep_fresh(); !kept) return tl::unexpected<CaseError>(of_record(kept.error()));
    linked_at_ = linked->linked_at;
    return grant;
}

base::Done LinkedUserTokens::keep_fresh() {
    if (fresh_.empty()) return {};
    const auto kept = tokens_.replace(used_, fresh_);
    // Where another user was linked meanwhile, or nobody is, it is of no use.
    const bool of_no_use = !kept && (kept.error().kind == base::ErrorKind::Conflict ||
                                     kept.error().kind == base::ErrorKind::NotFound);
    if (kept || of_no_use) fresh_ = base::Secret();
    return kept;
}

}  // namespace server::case_system
