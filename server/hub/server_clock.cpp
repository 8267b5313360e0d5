#include "server/hub/server_clock.h"

namespace server::hub {

ServerClock::ServerClock(const base::Clock& clock, settings::ClockTrust trust)
    : clock_(clock), trust_(trust) {}

app::Moment ServerClock::moment() const {
    domain::ServerClockEvidence evidence;
    evidence.only_case_system = trust_ == settings::ClockTrust::CaseSystem;
    evidence.synchronised = clock_.synchronised();
    const std::lock_guard lock(mutex_);
    // Read only now: what was learned meanwhile must not look as if it came from the future.
    evidence.now = clock_.now();
    evidence.last_event_at = newest_event_at_;
    evidence.from_case_system = from_case_system_;
    return {evidence.now, domain::judge(evidence)};
}

base::Done ServerClock::learn(app::Store& store) {
    return store.read([this](app::View& view) -> base::Done {
        const auto newest = TRY(view.newest_event_at());
        const app::SyncState sync = TRY(view.sync_state());
        const std::lock_guard lock(mutex_);
        newest_event_at_ = newest;
        from_case_system_ = sync.from_case_system;
        return {};
    });
}

}  // namespace server::hub
