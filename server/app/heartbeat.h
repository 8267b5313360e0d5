#pragma once

#include <string>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// What every kiosk is told with its heartbeat.
struct NewsForKiosks {
    std::string list_version;  ///< of the newest list (todays_list)
    std::string help_from;     ///< HubRules::help_from
};

/// A kiosk says that it is there: its health is kept, and it learns the server's time, how far its own clock
/// is from it, and the news.
base::Result<protocol::HeartbeatReply> heartbeat(Transaction& transaction, const domain::KioskId& kiosk,
                                                 const protocol::Heartbeat& said, const Moment& moment,
                                                 const NewsForKiosks& news);

}  // namespace server::app
