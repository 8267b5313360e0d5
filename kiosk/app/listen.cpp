#include <algorithm>

#include "kiosk/app/turn.h"

namespace kiosk::app {

bool can_speak(const Model& model) {
    return std::find(model.voices.begin(), model.voices.end(), language_of(model)) != model.voices.end();
}

void listen(const Turn& turn) {
    Visit& visit = turn.visit();
    visit.private_aloud = false;
    visit.modes.speech = !visit.modes.speech && can_speak(turn.model);
    visit.asking_aloud = visit.modes.speech && !turn.model.headset;
}

void read_aloud(const Turn& turn, const press::ReadAloud& answer) {
    Visit& visit = turn.visit();
    if (!visit.asking_aloud) return;
    visit.asking_aloud = false;
    visit.private_aloud = answer.private_too;
    visit.shown_at = turn.since_boot();
}

void headset_in(const Turn& turn) {
    turn.model.headset = true;
    Visit& visit = turn.visit();
    visit.asking_aloud = false;
    if (visit.modes.speech || !can_speak(turn.model)) return;
    touched(turn);
    visit.modes.speech = true;
}

void headset_out(const Turn& turn) {
    turn.model.headset = false;
    turn.visit().modes.speech = false;
    turn.visit().asking_aloud = false;
    turn.visit().private_aloud = false;
}

void speech_goes_on(const Turn& turn) {
    Visit& visit = turn.visit();
    visit.heard_at = turn.since_boot();
    // Nobody can answer before they have heard the question.
    if (visit.still_there) visit.still_there->until = turn.since_boot() + time_to_answer(turn.model);
}

void stop_where_there_is_no_voice(const Turn& turn) {
    if (can_speak(turn.model)) return;
    turn.visit().modes.speech = false;
    turn.visit().asking_aloud = false;
}

}  // namespace kiosk::app
