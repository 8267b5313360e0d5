#pragma once

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// After this nobody still stands there waiting: the call was missed.
inline constexpr std::chrono::minutes kCallRingsFor{15};

/// Whether somebody may still be waiting. A call that a kiosk could not deliver at the time, or of whose time
/// nothing is certain, is a missed one.
bool still_rings(const Call& call, base::Instant now);

/// Somebody at a kiosk wants a person; the call keeps when that was. A repeat of an open call changes
/// nothing.
base::Done call_reception(Transaction& transaction, const domain::KioskId& kiosk,
                          const protocol::CallRequest& request, const Moment& moment);

}  // namespace server::app
