#include "server/app/heartbeat.h"

#include <algorithm>

#include "shared/protocol/limits.h"

namespace server::app {
namespace {

/// When the newest of the refused arrivals was first told of.
base::Result<std::optional<base::Instant>> refused_at(View& view, const KioskHealth& now) {
    if (now.arrivals_refused == 0) return std::nullopt;
    for (const KioskHealth& before : TRY(view.kiosk_health())) {
        if (before.kiosk == now.kiosk && before.refused_at && before.arrivals_refused >= now.arrivals_refused)
            return before.refused_at;
    }
    return now.seen_at;
}

}  // namespace

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
    health.arrivals_waiting = said.arrivals_waiting;
    health.arrivals_refused = said.arrivals_refused;
    health.refused_at = TRY(refused_at(transaction, health));
    TRY_DONE(transaction.put(health));
    return protocol::HeartbeatReply{moment.now, moment.clock, skew, list_version};
}

}  // namespace server::app
