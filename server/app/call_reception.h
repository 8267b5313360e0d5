#pragma once

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// Somebody at a kiosk wants a person. A repeat of an open call changes nothing.
base::Done call_reception(Transaction& transaction, const domain::KioskId& kiosk,
                          const protocol::CallRequest& request, const Moment& moment);

}  // namespace server::app
