#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

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

/// Those that are due and taken a step side by side: held ones whose time has come, interrupted ones, and
/// drafted ones that a person has decided to submit or that the case system has settled. A did-not-attend is
/// due only when a named person decided to submit it. The tightest deadlines first, `most` of them at most,
/// and of one referral one at a time. None while the case system is not asked; one whose newest call got no
/// answer is asked with one alone.
base::Result<std::vector<domain::Update>> due_side_by_side(View& view, base::Instant now,
                                                           const LinkPolicy& policy, std::size_t most);

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

struct Begun;

class Forwarder {
public:
    Forwarder(CaseSystem& case_system, Store& store, base::Entropy& entropy, ForwardSettings settings);

    /// Takes one update one step: drafts it, or submits it if it was drafted before. `update` is as it was
    /// read; if it has changed since, nothing is sent. Sending is on disk before the first call, and every
    /// write follows a read of what the case system holds, so that a crash at any point repeats nothing.
    /// Errors are the store's.
    base::Result<Forwarded> forward_one(const domain::Update& update, base::Instant now);

    /// The same for each of these, which are of different appointments: one commit before the first call
    /// about any of them, one after the last, and between them several calls at a time where the adapter can.
    /// After a call that failed and will be made again, and when asked to stop, what was not talked about yet
    /// is put back as it was (WillRetry). What became of each, in their order.
    base::Result<std::vector<Forwarded>> forward_each(const std::vector<domain::Update>& updates,
                                                      base::Instant now, const std::stop_token& stop = {});

private:
    void talk(std::vector<Begun>& all, const std::stop_token& stop);
    base::Done finish_all(Transaction& transaction, std::vector<Begun>& all);

    CaseSystem& case_system_;
    Store& store_;
    base::Entropy& entropy_;
    const ForwardSettings settings_;
};

}  // namespace server::app
