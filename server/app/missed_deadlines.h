#pragma once

#include "server/app/moment.h"
#include "server/app/store.h"

/// Notes deadlines as missed, once each and with who kept them from being met (docs/rules.md, "Forwarding").
namespace server::app {

/// Appointments that ended without anybody saying who came are looked for this far back.
inline constexpr std::chrono::days kMissedLooksBack{30};

/// Everything whose deadline has passed unmet and is not noted yet: what is owed, whenever it was for, and
/// appointments here that ended undecided and began after `from`; how many were noted. Nothing while the
/// server's clock is doubtful, for it may run ahead.
base::Result<unsigned> note_missed_deadlines(Store& store, const Moment& moment, base::Instant from);

/// What was submitted only after its deadline, in the transaction that notes the submit. `before` is how the
/// update stood before that step.
base::Done note_if_late(Transaction& transaction, const domain::Update& before, const domain::Update& update,
                        base::Instant now);

}  // namespace server::app
