#pragma once

#include "server/app/moment.h"
#include "server/app/store.h"

/// Answers without a name that were entered at the desk. As on a kiosk they wait, ordered by what they say,
/// until their day is over: joined to the others one at a time, each would stand beside the hour of its offer
/// (docs/surveys.md). They do not go by a closing time, for staff enter answers after it too, and it can be
/// moved to an earlier hour while the day runs.
namespace server::app {

/// Adds one to those that wait. Afterwards the log still holds how it was before: Store::empty_log().
base::Done hold_answer(Transaction& transaction, const AnonymousAnswer& answer, base::Instant now);

/// Joins what waits to the others on a later London day, and takes it out of every file. Until then, and
/// while the clock is doubtful, only the log is emptied. Unavailable where the log is in use; what was joined
/// already is not joined again.
base::Done release_held_answers(Store& store, const Moment& moment);

}  // namespace server::app
