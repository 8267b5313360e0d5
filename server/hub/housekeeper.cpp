#include "server/hub/housekeeper.h"

#include <algorithm>

#include "server/app/held_answers.h"
#include "server/app/missed_deadlines.h"
#include "server/app/rules_in_force.h"
#include "shared/base/log.h"

namespace server::hub {
namespace {

/// How often the thread looks at the clock; it does nothing else between two days.
constexpr std::chrono::minutes kLooksEvery{1};

}  // namespace

base::Result<std::optional<app::Housekeeping>> Housekeeper::run_once(const std::stop_token& stop) {
    const app::Moment moment = needs_.moment();
    app::RuleSet set;
    bool due = false;
    const auto look = [&](app::View& view) -> base::Done {
        set = TRY(app::rules_in_force(view, {needs_.rules, needs_.figures.calendar}));
        due = app::housekeeping_is_due(TRY(view.housekeeping()), moment.now, set.rules);
        return {};
    };
    TRY_DONE(needs_.store.read(look));
    // What stands in the way of these two keeps nothing else from being done.
    if (const auto released = app::release_held_answers(needs_.store, moment); !released)
        base::log::warning("answers_not_released", {{"kind", static_cast<int>(released.error().kind)}});
    note_missed(moment);
    freeze(moment, set.calendar);
    if (!due) return std::optional<app::Housekeeping>();
    auto done = TRY(app::keep_house(needs_.store, moment, needs_.retention, needs_.entropy, stop));
    if (done) base::log::info("house_kept", {{"erased", done->erased}, {"kept", done->kept}});
    return done;
}

void Housekeeper::freeze(const app::Moment& moment, const domain::Calendar& calendar) {
    app::FigureRules figures = needs_.figures;
    figures.calendar = calendar;
    // Before anything is put away; what cannot be frozen now keeps nothing else from being done.
    const auto frozen = app::freeze_months(needs_.store, moment, figures);
    if (!frozen)
        base::log::warning("month_not_frozen", {{"kind", static_cast<int>(frozen.error().kind)}});
    else if (*frozen > 0)
        base::log::info("months_frozen", {{"count", *frozen}});
}

void Housekeeper::note_missed(const app::Moment& moment) {
    // It is looked once the clock is sure, from where it was looked last.
    if (moment.clock == domain::ClockState::Doubtful) return;
    const base::Instant looked =
        missed_looked_at_ ? std::min(*missed_looked_at_, moment.now) : moment.now - app::kMissedLooksBack;
    // Those whose 24 hours were over since the last look began up to two days before it.
    constexpr std::chrono::hours kBefore{48};
    const auto noted = app::note_missed_deadlines(needs_.store, moment, looked - kBefore);
    if (!noted) {
        base::log::warning("deadlines_not_looked_at", {{"kind", static_cast<int>(noted.error().kind)}});
        return;
    }
    if (*noted > 0) base::log::warning("deadlines_missed", {{"count", *noted}});
    missed_looked_at_ = moment.now;
}

void Housekeeper::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Housekeeper::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto done = run_once(stop);
        if (!done) base::log::warning("house_not_kept", {{"kind", static_cast<int>(done.error().kind)}});
        std::unique_lock lock(mutex_);
        stopping_.wait_for(lock, stop, kLooksEvery, [] { return false; });
    }
}

}  // namespace server::hub
