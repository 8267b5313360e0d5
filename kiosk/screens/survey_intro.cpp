#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

/// Before anything is asked: what it is, what is kept, who sees it, and that nobody has to (checklist C59).
Screen survey_intro(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    const bool rating = visit.asking && domain::is_rating(visit.asking->offer.kind);
    const std::string kind = rating ? "survey.rating_" : "survey.exit_";
    Screen screen = empty_screen(scene, "survey_intro", Bar::WithStartAgain);
    screen.sentence = rating ? "easy.survey_rating" : "easy.survey_exit";
    screen.picture = rating ? "chart" : "face_happy";
    Block above = block({title(words.text(kind + "title"))});
    if (visit.found && !visit.found->initial.empty()) {
        Node whose = text("for", words.text("survey.for", {visit.found->initial}), "person");
        whose.is_private = true;
        above.nodes.push_back(std::move(whose));
    }
    above.nodes.push_back(text("text", words.text(kind + "text"), "clock"));
    above.nodes.push_back(text("keep", words.text(kind + "keep"), rating ? "people" : "lock"));
    above.nodes.push_back(note("free", words.text("survey.free"), "forward"));
    screen.body.push_back(std::move(above));
    screen.body.push_back(block(
        {button("yes", words.text("survey.begin"), "tick", app::press::BeginAnswers{}, Emphasis::Primary),
         button("no", words.text("survey.decline"), "cross", app::press::DeclineAnswers{})}));
    return screen;
}

}  // namespace kiosk::screens
