#pragma once

#include "server/app/occasion.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// Somebody checks in at a kiosk (docs/rules.md, "Arrival and attendance"): for each appointment one event
/// and, where something is owed, its outbox row, all in this transaction.
///
/// Nothing that a kiosk has journaled is refused for its time. A doubtful time, an appointment that was
/// cancelled or moved, one the hub does not hold, one that is another person's by now, and one of another day
/// are kept and left to reception. A
/// repeat of the same arrival gives the same answer. Reception is called for whoever came after the end or
/// cannot be counted.
///
/// InvalidInput, recording nothing, without appointments, with more than protocol::kCoveredMax, or with one
/// twice. Conflict when the arrival's id belongs to another arrival.
base::Result<protocol::ArrivalReply> record_arrival(Transaction& transaction, const domain::KioskId& kiosk,
                                                    const protocol::ArrivalRequest& request,
                                                    const Occasion& occasion);

}  // namespace server::app
