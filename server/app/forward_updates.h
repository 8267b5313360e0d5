#pragma once

#include <optional>

#include "server/app/case_link.h"
#include "server/app/case_system.h"
#include "server/app/compare_records.h"
#include "server/app/retry_policy.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"
#include "shared/domain/update.h"

/// Brings updates to the case system: each is drafted once its session has ended, and submitted once a person
/// has decided so (docs/case-system.md, "One update's way").
namespace server::app {

struct ForwardSettings {
    LateAs late_as = LateAs::Flag;
    RetryPolicy retry;
    LinkPolicy link{};
};

/// The tightest deadline among those that are due: held ones whose time has come, interrupted ones, and
/// drafted ones that a person has decided to submit or that the case system has settled. A did-not-attend is
/// due only when a named person decided to submit it. None while the case system is not asked.
base::Result<std::optional<domain::Update>> next_due(View& view, base::Instant now,
                                                     const LinkPolicy& policy = {});

/// Whether no machine may send this update: `NO` and "not held" need a named person's word.
bool lacks_decision(const domain::Update& update);

enum class Forwarded {
    Drafted,
    Submitted,
    Held,       ///< it is too early
    WillRetry,  ///< a call failed and will be made again
    ForPerson,  ///< a person must decide
    Overtaken,  ///< the update was changed meanwhile: look at it again
};

class Forwarder {
public:
    Forwarder(CaseSystem& case_system, Store& store, base::Entropy& entropy, ForwardSettings settings);

    /// Takes one update one step: drafts it, or submits it if it was drafted before. `update` is as it was
    /// read; if it has changed since, nothing is sent. Sending is on disk before the first call, and every
    /// write follows a read of what the case system holds, so that a crash at any point repeats nothing.
    /// Errors are the store's.
    base::Result<Forwarded> forward_one(const domain::Update& update, base::Instant now);

private:
    CaseSystem& case_system_;
    Store& store_;
    base::Entropy& entropy_;
    const ForwardSettings settings_;
};

}  // namespace server::app
