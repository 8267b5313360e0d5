#include <algorithm>
#include <utility>

#include "server/case_system/answers.h"
#include "server/case_system/token_source.h"

namespace server::case_system {

using app::CaseError;
using app::CaseFailure;

namespace {

CaseError error_of_sign_in(int status, const char* refused) {
    switch (failure_of(status)) {
        case CaseFailure::Unreachable:
        case CaseFailure::ServerError:
            return {CaseFailure::Unreachable, status, "The case system's sign-in service is not working."};
        case CaseFailure::NotAllowed:
        case CaseFailure::NotSignedIn:
        case CaseFailure::Conflict:
        case CaseFailure::TooEarly:
        case CaseFailure::Refused:
        case CaseFailure::NotUnderstood:
            break;
    }
    return {CaseFailure::NotSignedIn, status, refused};
}

}  // namespace

GrantedTokens::GrantedTokens(const ReferAndMonitorSettings& settings, const base::Clock& clock)
    : settings_(settings), clock_(clock), http_(settings, clock) {}

app::CaseResult<base::Secret> GrantedTokens::token() {
    const std::lock_guard lock(mutex_);
    if (!kept_.empty() && clock_.boot_time() < refresh_at_ && still_stands()) return kept_;
    const base::BootTime asked_at = clock_.boot_time();
    auto grant = fetch();
    if (!grant) return tl::unexpected<CaseError>(grant.error());
    kept_ = std::move(grant->token);
    refresh_at_ = asked_at + grant->lasts - kRefreshEarly;
    return kept_;
}

void GrantedTokens::refuse(const base::Secret& token) {
    const std::lock_guard lock(mutex_);
    // Another thread may have fetched a new one already.
    if (std::ranges::equal(kept_.reveal(), token.reveal())) kept_ = base::Secret();
}

app::CaseResult<Grant> GrantedTokens::ask(const std::string& form, const char* refused) {
    HttpRequest request;
    request.method = Method::Post;
    request.url = settings_.token_url;
    request.content_type = "application/x-www-form-urlencoded";
    request.body = form;
    request.basic_user = settings_.client_id;
    request.basic_password = settings_.client_secret;
    auto answer = http_.send(request);
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    if (answer->status != 200) return tl::unexpected<CaseError>(error_of_sign_in(answer->status, refused));
    return decode_grant(answer->body);
}

}  // namespace server::case_system
