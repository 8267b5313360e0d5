#include "server/case_system/outbox.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/app/change_of_adapter.h"
#include "shared/base/log.h"

namespace server::case_system {

Outbox::Outbox(app::CaseSystem& case_system, app::Store& store, const base::Clock& clock,
               base::Entropy& entropy, app::ForwardSettings settings)
    : store_(store),
      clock_(clock),
      link_policy_(settings.link),
      forwarder_(std::in_place, case_system, store, entropy, settings) {}

Outbox::Outbox(app::CaseFiles& files, app::Store& store, const base::Clock& clock, base::Entropy& entropy,
               const app::FileHandoverSettings& settings, std::function<app::Moment()> moment)
    : store_(store),
      clock_(clock),
      handover_(std::in_place, files, store, entropy, settings),
      moment_(std::move(moment)) {}

base::Result<std::size_t> Outbox::run_once(const std::stop_token& stop) {
    if (!settled_) TRY_DONE(settle_what_others_began());
    settled_ = true;
    return handover_ ? handover_->run_once(moment_()) : forward_due(stop);
}

base::Done Outbox::settle_what_others_began() {
    const app::SentBy by = handover_ ? app::SentBy::Files : app::SentBy::Calls;
    return store_.write_and_wait([&](app::Transaction& transaction) {
        return app::settle_what_others_began(transaction, by, clock_.now());
    });
}

base::Result<std::size_t> Outbox::forward_due(const std::stop_token& stop) {
    std::size_t steps = 0;
    while (steps < kUpdatesARun && !stop.stop_requested()) {
        const base::Instant now = clock_.now();
        std::vector<domain::Update> due;
        const auto look = [&](app::View& view) -> base::Done {
            due = TRY(app::due_side_by_side(view, now, link_policy_, kUpdatesTogether));
            return {};
        };
        TRY_DONE(store_.read(look));
        if (due.empty()) break;
        const auto became = TRY(forwarder_->forward_each(due, now, stop));
        steps += became.size();
        if (std::ranges::find(became, app::Forwarded::WillRetry) != became.end()) break;
    }
    return steps;
}

void Outbox::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Outbox::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_one();
}

void Outbox::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (const auto steps = run_once(stop); !steps)
            base::log::error("outbox_failed", {{"kind", static_cast<int>(steps.error().kind)}});
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, kOutboxLooksEvery, [this] { return woken_; });
        woken_ = false;
    }
}

}  // namespace server::case_system
