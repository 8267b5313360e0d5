#pragma once

#include <mutex>
#include <optional>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "server/settings/settings.h"
#include "shared/base/clock.h"

namespace server::hub {

/// The server's time with how far it can be relied on (docs/rules.md, "Arrival and attendance", 2).
/// From any thread.
class ServerClock {
public:
    ServerClock(const base::Clock& clock, settings::ClockTrust trust);

    /// Now, judged by what was last learned.
    app::Moment moment() const;
    /// Learns the newest stored event and how far the case system's clock is away, as sync and outbox have
    /// kept it.
    base::Done learn(app::Store& store);

private:
    const base::Clock& clock_;
    const settings::ClockTrust trust_;
    mutable std::mutex mutex_;
    std::optional<base::Instant> newest_event_at_;
    std::optional<domain::ClockDifference> from_case_system_;
};

}  // namespace server::hub
