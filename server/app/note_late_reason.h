#pragma once

#include "server/app/occasion.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// Somebody says why they were late: kept with each appointment of the arrival that they were late for, for
/// hub staff, never sent on. Nothing is kept when they were late for none, and nothing twice; another reason
/// replaces the first.
///
/// NotFound for an arrival that the hub was never told of.
base::Done note_late_reason(Transaction& transaction, const domain::KioskId& kiosk,
                            const protocol::ReasonRequest& request, const Occasion& occasion);

}  // namespace server::app
