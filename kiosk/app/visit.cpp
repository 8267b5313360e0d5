#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

void begin_visit(const Turn& turn) {
    Model& model = turn.model;
    model.visit.first_touch = turn.now.clocks;
    const bool continues = model.run_began && model.visit_ended &&
                           model.run_began->boot_id == turn.now.clocks.boot_id &&
                           turn.since_boot() - *model.visit_ended <= kRunBreak;
    if (!continues) model.run_began = turn.now.clocks;
}

}  // namespace

void touched(const Turn& turn) {
    Visit& visit = turn.visit();
    wake(turn);
    if (!visit.first_touch) begin_visit(turn);
    visit.touched_at = turn.since_boot();
    // No time runs out under a finger (C35). The question stays on the screen until it is answered.
    if (visit.still_there) {
        const std::chrono::seconds wait = time_to_answer(turn.model);
        visit.still_there = StillThere{turn.since_boot() + wait, static_cast<unsigned>(wait.count())};
    }
}

void go(const Turn& turn, Step step) {
    Visit& visit = turn.visit();
    visit.step = step;
    visit.shown_at = turn.since_boot();
    visit.still_there.reset();
    visit.day_not_in_month = false;
}

void end_visit(const Turn& turn) {
    // A touch that nothing followed ends the visit when it happened, not when the kiosk gave up waiting.
    const Visit& visit = turn.visit();
    if (visit.first_touch) {
        turn.model.visit_ended = at_start(visit) ? visit.touched_at : turn.since_boot();
    }
    if (visit.corner) {
        // Staff at work are no queue: the next person's time is their own.
        turn.model.run_began.reset();
        turn.model.visit_ended.reset();
    }
    turn.model.visit = fresh_visit(turn.model);
}

void back_to_welcome(const Turn& turn) {
    Visit fresh = fresh_visit(turn.model);
    fresh.first_touch = turn.visit().first_touch;
    fresh.language = turn.visit().language;
    if (!fresh.language.empty()) fresh.choosing_language = false;
    fresh.touched_at = turn.visit().touched_at;
    fresh.call = turn.visit().call;
    fresh.modes = turn.visit().modes;
    fresh.private_aloud = turn.visit().private_aloud;
    fresh.heard_at = turn.visit().heard_at;
    turn.model.visit = std::move(fresh);
    go(turn, Step::Welcome);
}

}  // namespace kiosk::app
