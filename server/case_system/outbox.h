#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "server/app/file_handover.h"
#include "server/app/forward_updates.h"
#include "server/app/store.h"
#include "shared/base/clock.h"

namespace server::case_system {

/// An update that becomes due while nobody wakes the outbox (hubctl is another process) is seen within this.
inline constexpr std::chrono::milliseconds kOutboxLooksEvery{1000};
/// Updates taken in one run, so that stopping never waits long.
inline constexpr std::size_t kUpdatesARun = 100;
/// Updates of different referrals that share the commit before their calls and the one after: while there is
/// much to bring, the disk does not set the pace. Few enough that nobody at the desk waits long for one of
/// them.
inline constexpr std::size_t kUpdatesTogether = 16;

/// Forwards what is due, on a thread of its own or step by step in a test.
class Outbox {
public:
    /// By calls to the case system.
    Outbox(app::CaseSystem& case_system, app::Store& store, const base::Clock& clock, base::Entropy& entropy,
           app::ForwardSettings settings);
    /// By files. `moment` says how far the time can be relied on: files are not handed over by a doubtful
    /// one.
    Outbox(app::CaseFiles& files, app::Store& store, const base::Clock& clock, base::Entropy& entropy,
           const app::FileHandoverSettings& settings, std::function<app::Moment()> moment);
    /// Stops the thread; a call under way ends first, by its time-out at the latest.
    ~Outbox() = default;
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    /// Forwards everything that is due now, the tightest deadline first. Ends early when a call failed: the
    /// next one would most likely fail too; after several failures in a row nothing is called for a while
    /// (server/app/case_link.h). Returns how many updates it took a step. From one thread at a
    /// time.
    base::Result<std::size_t> run_once(const std::stop_token& stop = {});

    void start();
    /// Something has changed: look now. From any thread, never blocks on the case system.
    void wake();

private:
    void run(const std::stop_token& stop);
    base::Result<std::size_t> forward_due(const std::stop_token& stop);
    /// Once, before anything is sent.
    base::Done settle_what_others_began();

    app::Store& store_;
    const base::Clock& clock_;
    const app::LinkPolicy link_policy_;
    std::optional<app::Forwarder> forwarder_;    ///< by calls,
    std::optional<app::FileHandover> handover_;  ///< or by files
    std::function<app::Moment()> moment_;        ///< of the files
    bool settled_ = false;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool woken_ = false;
    std::jthread thread_;  ///< last: it is joined before anything it uses is gone
};

}  // namespace server::case_system
