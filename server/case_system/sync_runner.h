#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "server/app/sync_schedule.h"
#include "shared/base/clock.h"

namespace server::case_system {

struct SyncTimes {
    std::chrono::minutes every{10};                ///< today and tomorrow
    std::chrono::minutes nightly_at{2 * 60 + 30};  ///< everything; London wall clock, minutes after midnight
};

/// Runs the schedule sync at its times, on a thread of its own or step by step in a test. The first run after
/// a start reads everything; a nightly one that did not come to its end is tried again at the frequent times.
class SyncRunner {
public:
    SyncRunner(app::ScheduleSync& sync, const base::Clock& clock, SyncTimes times);
    /// Stops the thread; a sync under way stops after its batch.
    ~SyncRunner() = default;
    SyncRunner(const SyncRunner&) = delete;
    SyncRunner& operator=(const SyncRunner&) = delete;

    /// What is due at this time, if anything.
    std::optional<app::SyncExtent> due(base::Instant now) const;
    /// Runs what is due, if anything. From one thread at a time.
    std::optional<app::SyncExtent> run_once(const std::stop_token& stop = {});

    void start();

private:
    void run(const std::stop_token& stop);

    app::ScheduleSync& sync_;
    const base::Clock& clock_;
    const SyncTimes times_;
    std::optional<base::Instant> tried_at_;
    std::optional<base::Instant> all_read_at_;
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    std::jthread thread_;  ///< last: it is joined before anything it uses is gone
};

}  // namespace server::case_system
