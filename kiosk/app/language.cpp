#include "shared/languages/language.h"

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

bool many(const Model& model) {
    return model.languages.size() > 1;
}

}  // namespace

const std::string& language_of(const Model& model) {
    return model.visit.language.empty() ? model.languages.front() : model.visit.language;
}

Visit fresh_visit(const Model& model) {
    Visit visit;
    visit.choosing_language = many(model);
    return visit;
}

bool at_start(const Visit& visit) {
    return on_first_screen(visit) && visit.modes == Modes{};
}

bool on_first_screen(const Visit& visit) {
    return visit.step == Step::Welcome && visit.language.empty();
}

void show_languages(const Turn& turn) {
    if (many(turn.model)) turn.visit().choosing_language = true;
}

void put_languages_away(const Turn& turn) {
    turn.visit().choosing_language = false;
    turn.visit().shown_at = turn.since_boot();
}

void use_language(const Turn& turn, std::size_t index) {
    if (!turn.visit().choosing_language || index >= turn.model.languages.size()) return;
    turn.visit().language = turn.model.languages[index];
    stop_where_there_is_no_voice(turn);
    put_languages_away(turn);
}

void know_language(const Turn& turn, const std::string& tag) {
    if (!turn.visit().language.empty()) return;
    turn.visit().language = languages::closest(tag, turn.model.languages);
    stop_where_there_is_no_voice(turn);
}

}  // namespace kiosk::app
