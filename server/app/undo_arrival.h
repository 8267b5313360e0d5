#pragma once

#include "server/app/occasion.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// A check-in can be taken back at the kiosk for this long after it was confirmed.
inline constexpr std::chrono::minutes kUndoWithin{5};

/// The person takes the check-in back while its confirmation stands: one event for each appointment it
/// covered. What was not yet sent is withdrawn; what was drafted or submitted waits for a person. A repeat
/// changes nothing.
///
/// The kiosk's own clock says how long after the check-in that was, however late it is sent. Where that
/// proves nothing (another boot, longer than kUndoWithin), where staff have decided on the arrival, and where
/// another kiosk recorded it, nothing is undone: it is kept and left to a person (kTakenBackLate). Nothing
/// that a kiosk has journaled is refused for its time.
///
/// NotFound for an arrival that the hub was never told of.
base::Done undo_arrival(Transaction& transaction, const domain::KioskId& kiosk,
                        const protocol::UndoRequest& request, const Occasion& occasion);

}  // namespace server::app
