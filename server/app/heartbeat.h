#pragma once

#include <string>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// A kiosk says that it is there: its health is kept, and it learns the server's time, how far its own clock
/// is from it, and the version of the newest list (todays_list).
base::Result<protocol::HeartbeatReply> heartbeat(Transaction& transaction, const domain::KioskId& kiosk,
                                                 const protocol::Heartbeat& said, const Moment& moment,
                                                 const std::string& list_version);

}  // namespace server::app
