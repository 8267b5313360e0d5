#include <algorithm>

#include "server/case_system/answers.h"
#include "server/case_system/token_source.h"

namespace server::case_system {

using app::CaseError;
using app::CaseFailure;

namespace {

CaseError refused(int status) {
    switch (failure_of(status)) {
        case CaseFailure::Unreachable:
        case CaseFailure::ServerError:
            return {CaseFailure::Unreachable, status, "The case system's sign-in service is not working."};
        case CaseFailure::NotAllowed:
        case CaseFailure::Conflict:
        case CaseFailure::TooEarly:
        case CaseFailure::Refused:
        case CaseFailure::NotUnderstood:
            break;
    }
    return {CaseFailure::NotAllowed, status,
            "The case system's sign-in service does not accept the hub's client id, secret or service user. "
            "Check them in the settings."};
}

}  // namespace

ClientCredentials::ClientCredentials(const ReferAndMonitorSettings& settings, const base::Clock& clock)
    : settings_(settings), clock_(clock), http_(settings, clock) {}

app::CaseResult<base::Secret> ClientCredentials::token() {
    const std::lock_guard lock(mutex_);
    if (!kept_.empty() && clock_.boot_time() < refresh_at_) return kept_;
    return fetch();
}

void ClientCredentials::refuse(const base::Secret& token) {
    const std::lock_guard lock(mutex_);
    // Another thread may have fetched a new one already.
    if (std::ranges::equal(kept_.reveal(), token.reveal())) kept_ = base::Secret();
}

app::CaseResult<base::Secret> ClientCredentials::fetch() {
    HttpRequest request;
    request.method = Method::Post;
    request.url = settings_.token_url;
    request.content_type = "application/x-www-form-urlencoded";
    request.body = "grant_type=client_credentials";
    if (!settings_.service_user.empty())
        request.body += "&username=" + percent_encoded(settings_.service_user);
    request.basic_user = settings_.client_id;
    request.basic_password = settings_.client_secret;

    const base::BootTime asked_at = clock_.boot_time();
    auto answer = http_.send(request);
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    if (answer->status != 200) return tl::unexpected<CaseError>(refused(answer->status));
    auto grant = decode_grant(answer->body);
    if (!grant) return tl::unexpected<CaseError>(grant.error());
    kept_ = std::move(grant->token);
    refresh_at_ = asked_at + grant->lasts - kRefreshEarly;
    return kept_;
}

}  // namespace server::case_system
