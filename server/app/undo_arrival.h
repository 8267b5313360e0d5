#pragma once

#include "server/app/occasion.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// An arrival can be taken back at the kiosk for this long after it was stored.
inline constexpr std::chrono::minutes kUndoWithin{5};

/// The person takes the check-in back while its confirmation stands: one event for each appointment it
/// covered. What was not yet sent is withdrawn; what was drafted or submitted waits for a person. A repeat
/// changes nothing.
///
/// NotFound for an arrival that recorded nothing here. Conflict when it was recorded elsewhere, longer ago
/// than kUndoWithin, or when staff have decided on it since.
base::Done undo_arrival(Transaction& transaction, const domain::KioskId& kiosk,
                        const protocol::UndoRequest& request, const Occasion& occasion);

}  // namespace server::app
