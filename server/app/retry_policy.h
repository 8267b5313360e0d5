#pragma once

#include <chrono>
#include <string>

#include "server/app/case_system.h"
#include "shared/base/entropy.h"
#include "shared/domain/update.h"

/// When a call that failed is made again, and when a person is asked instead (docs/case-system.md,
/// "Answers").
namespace server::app {

struct RetryPolicy {
    std::chrono::seconds wait_min{15};  ///< about, after the first failure; doubled with each further one
    std::chrono::seconds wait_max{300};
    int server_error_tries = 5;  ///< in a row, before it is for people
};

/// Half of it fixed, half by chance, so that many hubs do not come back in the same second.
std::chrono::microseconds wait_before_try(const RetryPolicy& policy, int tries, base::Entropy& entropy);

enum class AfterFailure { TryAgain, HoldUntilStart, ReadAndCompare, AskPerson };

/// What to do about this failure, counting it in `update.tries` and explaining it in `update.why`. Failures
/// of the same kind in a row are counted; another kind begins again at one.
AfterFailure count_failure(domain::Update& update, const CaseError& error, const RetryPolicy& policy);

/// Whether the last call about this update got no answer, or the case system's own error.
bool waits_for_case_system(const domain::Update& update);

}  // namespace server::app
