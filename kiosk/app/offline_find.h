#pragma once

#include "shared/base/instant.h"
#include "shared/domain/keyed_hash.h"
#include "shared/protocol/messages.h"

namespace kiosk::app {

/// Finds the person in today's list, by the rules of the server (docs/rules.md, "Finding the person"): the
/// same coverage, the same order of questions when several fit, the same reply. Only the initial and the
/// language are missing, because the list does not hold them.
///
/// `at` is the first touch of the visit by the server's time as this kiosk knows it, never by its wall clock.
/// NotFound also for a query that is none (domain::check) and for a list of another London day than `at`.
protocol::FindReply offline_find(const protocol::TodaysList& list, const domain::KeyedHash& keyed_hash,
                                 const protocol::FindRequest& request, base::Instant at);

}  // namespace kiosk::app
