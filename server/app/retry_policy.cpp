#include "server/app/retry_policy.h"

#include <algorithm>

namespace server::app {
namespace {

constexpr std::string_view kUnreachable = "The case system cannot be reached; the hub tries again by itself.";
constexpr std::string_view kServerError =
    "The case system had an error of its own; the hub tries again by itself.";
constexpr std::string_view kNotSignedIn =
    "The case system's sign-in does not accept the hub; the hub tries again by itself once that is mended.";
constexpr std::string_view kTooEarly =
    "The case system says that the appointment is still to come; the hub waits. Check the server's clock.";
constexpr int kDoublingsMax = 20;

/// The words double as the memory of the last failure's kind: they outlive a restart with the update.
void count(domain::Update& update, std::string_view words) {
    update.tries = update.why.starts_with(words) ? update.tries + 1 : 1;
    update.why = words;
}

}  // namespace

std::chrono::microseconds wait_before_try(const RetryPolicy& policy, int tries, base::Entropy& entropy) {
    const std::chrono::microseconds doubled =
        std::chrono::microseconds{policy.wait_min} * (1LL << std::clamp(tries - 1, 0, kDoublingsMax));
    const auto whole = std::min<std::chrono::microseconds>(doubled, policy.wait_max);
    constexpr std::int64_t kParts = 1'000'000;
    const auto chance = static_cast<std::int64_t>(base::random_number(entropy) % (kParts + 1));
    const auto half = whole / 2;
    return half + std::chrono::microseconds{half.count() * chance / kParts};
}

AfterFailure count_failure(domain::Update& update, const CaseError& error, const RetryPolicy& policy) {
    switch (error.failure) {
        case CaseFailure::Unreachable:
            count(update, kUnreachable);
            return AfterFailure::TryAgain;
        case CaseFailure::NotSignedIn:
            count(update, kNotSignedIn);
            return AfterFailure::TryAgain;
        case CaseFailure::ServerError:
            count(update, kServerError);
            if (update.tries < policy.server_error_tries) return AfterFailure::TryAgain;
            update.why = error.words + " Several tries failed: ask the case system's support, then resend.";
            return AfterFailure::AskPerson;
        case CaseFailure::TooEarly:
            count(update, kTooEarly);
            return AfterFailure::HoldUntilStart;
        case CaseFailure::Conflict:
        case CaseFailure::NotUnderstood:
            update.why = error.words + " Compare with the caseworker, then resend.";
            return AfterFailure::ReadAndCompare;
        case CaseFailure::NotAllowed:
        case CaseFailure::Refused:
            update.why = error.words + " Put right what is wrong, then resend.";
            return AfterFailure::AskPerson;
    }
    return AfterFailure::AskPerson;
}

bool waits_for_case_system(const domain::Update& update) {
    return update.tries > 0 && (update.why.starts_with(kUnreachable) || update.why.starts_with(kServerError));
}

}  // namespace server::app
