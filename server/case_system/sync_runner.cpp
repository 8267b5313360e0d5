#include "server/case_system/sync_runner.h"

#include "server/app/daily.h"
#include "shared/base/log.h"

namespace server::case_system {

using app::SyncExtent;
using base::Instant;

namespace {

/// How often the thread looks at the clock; it does nothing else between two syncs.
constexpr std::chrono::seconds kLooksEvery{1};

}  // namespace

SyncRunner::SyncRunner(app::ScheduleSync& sync, const base::Clock& clock, SyncTimes times)
    : sync_(sync), clock_(clock), times_(times) {}

std::optional<SyncExtent> SyncRunner::due(Instant now) const {
    // A clock that was set back must not stop the sync for as long as it was ahead.
    const bool waits = tried_at_ && *tried_at_ <= now && now < *tried_at_ + times_.every;
    const bool all_read = all_read_at_ && *all_read_at_ >= app::newest_daily(now, times_.nightly_at);
    if (waits) return std::nullopt;
    return all_read ? SyncExtent::TodayAndTomorrow : SyncExtent::Everything;
}

std::optional<SyncExtent> SyncRunner::run_once(const std::stop_token& stop) {
    const Instant now = clock_.now();
    const auto extent = due(now);
    if (!extent) return std::nullopt;
    tried_at_ = now;
    const auto outcome = sync_.run(*extent, now, stop);
    if (!outcome)
        base::log::error("sync_failed", {{"kind", static_cast<int>(outcome.error().kind)}});
    else if (outcome->complete && *extent == SyncExtent::Everything)
        all_read_at_ = now;
    return extent;
}

void SyncRunner::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void SyncRunner::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        run_once(stop);
        std::unique_lock lock(mutex_);
        stopping_.wait_for(lock, stop, kLooksEvery, [] { return false; });
    }
}

}  // namespace server::case_system
