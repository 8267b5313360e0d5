#include <algorithm>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

std::size_t pages(const Model& model) {
    const auto days = itinerary_days(model);
    if (days.empty()) return 0;
    const std::size_t all = programme(model, days.front(), domain::Audience::Everyone).size();
    return (all + kSaverSessions - 1) / kSaverSessions;
}

/// When it looks again: at the next page, or where nothing turns at what has ended meanwhile.
base::BootTime next_look(const Model& model, base::BootTime now) {
    return now + (model.waits.saver_turns && pages(model) > 1 ? kSaverTurn : kSaverRenewed);
}

/// Nobody is there, and there is something to show.
bool may_rest(const Model& model) {
    return !model.visit.first_touch && at_start(model.visit) && can_check_in(model) && pages(model) > 0;
}

}  // namespace

void keep_minute(const Turn& turn) {
    const auto time = server_time(turn.model, turn.now.clocks);
    turn.model.minute =
        time ? std::optional<base::Instant>(std::chrono::floor<std::chrono::minutes>(*time)) : std::nullopt;
}

void rest(const Turn& turn) {
    Model& model = turn.model;
    if (!may_rest(model)) return wake(turn);
    if (!model.resting_since) model.resting_since = turn.since_boot();
    if (!model.saver) {
        if (turn.since_boot() < *model.resting_since + model.waits.saver) return;
        model.saver = Saver{0, next_look(model, turn.since_boot())};
    }
    if (turn.since_boot() >= model.saver->turns_at) {
        if (model.waits.saver_turns) ++model.saver->page;
        model.saver->turns_at = next_look(model, turn.since_boot());
    }
    model.saver->page %= pages(model);
}

void wake(const Turn& turn) {
    turn.model.saver.reset();
    turn.model.resting_since.reset();
}

std::optional<base::BootTime> saver_due(const Model& model) {
    if (!model.resting_since) return std::nullopt;
    return model.saver ? model.saver->turns_at : *model.resting_since + model.waits.saver;
}

}  // namespace kiosk::app
