#include "server/app/heartbeat.h"

#include <algorithm>

#include "shared/protocol/limits.h"

namespace server::app {
namespace {

base::Result<KioskHealth> health_before(View& view, const domain::KioskId& kiosk) {
    for (const KioskHealth& one : TRY(view.kiosk_health()))
        if (one.kiosk == kiosk) return one;
    return KioskHealth{};
}

/// How many arrivals were refused, and when the newest of them was first told of. A kiosk that has just been
/// started does not know yet: then what it said before stands.
void tell_refused(KioskHealth& health, const KioskHealth& before, std::optional<unsigned> said) {
    health.arrivals_refused = said.value_or(before.arrivals_refused);
    if (health.arrivals_refused == 0) return;
    const bool has_more = health.arrivals_refused > before.arrivals_refused;
    health.refused_at = has_more || !before.refused_at ? health.seen_at : before.refused_at;
}

}  // namespace

base::Result<protocol::HeartbeatReply> heartbeat(Transaction& transaction, const domain::KioskId& kiosk,
                                                 const protocol::Heartbeat& said, const Moment& moment,
                                                 const NewsForKiosks& news) {
    constexpr std::chrono::milliseconds kMax{protocol::kSkewMillisecondsMax};
    const std::chrono::milliseconds skew = std::clamp(domain::skew(said.told, moment.now), -kMax, kMax);
    KioskHealth health;
    health.kiosk = kiosk;
    health.seen_at = moment.now;
    health.skew = skew;
    health.version = said.version;
    health.journal_waiting = said.journal_waiting;
    health.arrivals_waiting = said.arrivals_waiting;
    health.out_of_use = said.out_of_use;
    tell_refused(health, TRY(health_before(transaction, kiosk)), said.arrivals_refused);
    TRY_DONE(transaction.put(health));
    return protocol::HeartbeatReply{moment.now, moment.clock, skew, news.list_version, news.help_from};
}

}  // namespace server::app
