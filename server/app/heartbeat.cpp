#include "server/app/heartbeat.h"

#include <algorithm>

#include "shared/protocol/limits.h"

namespace server::app {

base::Result<protocol::HeartbeatReply> heartbeat(Transaction& transaction, const domain::KioskId& kiosk,
                                                 const protocol::Heartbeat& said, const Moment& moment,
                                                 const std::string& list_version) {
    constexpr std::chrono::milliseconds kMax{protocol::kSkewMillisecondsMax};
    const std::chrono::milliseconds skew = std::clamp(domain::skew(said.told, moment.now), -kMax, kMax);
    KioskHealth health;
    health.kiosk = kiosk;
    health.seen_at = moment.now;
    health.skew = skew;
    health.version = said.version;
    health.journal_waiting = said.journal_waiting;
    TRY_DONE(transaction.put(health));
    return protocol::HeartbeatReply{moment.now, moment.clock, skew, list_version};
}

}  // namespace server::app
