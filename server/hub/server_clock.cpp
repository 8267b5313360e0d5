#include "server/hub/server_clock.h"

namespace server::hub {

ServerClock::ServerClock(const base::Clock& clock, settings::ClockTrust trust)
    : clock_(clock), trust_(trust) {}

app::Moment ServerClock::moment() const {
    domain::ServerClockEvidence evidence;
    evidence.now = clock_.now();
    evidence.synchronised = trust_ == settings::ClockTrust::CaseSystem || clock_.synchronised();
    const std::lock_guard lock(mutex_);
    evidence.last_event_at = newest_event_at_;
    evidence.ahead_of_case_system = ahead_of_case_system_;
    return {evidence.now, domain::judge(evidence)};
}

base::Done ServerClock::learn(app::Store& store) {
    return store.read([this](app::View& view) -> base::Done {
        const auto newest = TRY(view.newest_event_at());
        const app::SyncState sync = TRY(view.sync_state());
        const std::lock_guard lock(mutex_);
        newest_event_at_ = newest;
        ahead_of_case_system_ = sync.ahead_of_case_system;
        return {};
    });
}

}  // namespace server::hub
