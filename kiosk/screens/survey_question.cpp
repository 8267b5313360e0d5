#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

const char* icon_of(domain::Face face) {
    switch (face) {
        case domain::Face::VerySad:
            return "face_very_sad";
        case domain::Face::Sad:
            return "face_sad";
        case domain::Face::Neutral:
            return "face_neutral";
        case domain::Face::Happy:
            return "face_happy";
        case domain::Face::VeryHappy:
            return "face_very_happy";
    }
    return "";
}

Node answer(const app::Asking& asking, unsigned number, std::string label, const char* icon) {
    Node one = choice("choice." + std::to_string(number), std::move(label), icon, app::press::Choose{number});
    one.selected = asking.answers.at(asking.question) == number;
    one.is_private = true;
    return one;
}

}  // namespace

/// One question: faces and words together, and always a way past it.
Screen survey_question(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "survey_question", Bar::Whole);
    screen.picture = "question";
    if (!scene.visit().asking || !scene.model.surveys) return screen;
    const app::Asking& asking = *scene.visit().asking;
    const domain::Survey& survey = app::survey_of(scene.model);
    const domain::Question& question = app::question_of(scene.model);
    const std::string number = std::to_string(asking.question + 1);
    const std::string count = std::to_string(survey.questions.size());
    Block above = block({title(domain::text_in(question.ask, words.language()))});
    if (domain::is_rating(asking.offer.kind)) above.nodes.push_back(note("now", words.text("survey.now")));
    above.nodes.push_back(note("number", words.text("survey.number", {number, count})));
    screen.body.push_back(std::move(above));
    Block answers;
    answers.columns = 2;
    unsigned place = 0;
    for (const domain::Choice& one : survey.scale_of(question).choices) {
        ++place;
        answers.nodes.push_back(
            answer(asking, place, domain::text_in(one.word, words.language()), icon_of(one.face)));
    }
    if (question.does_not_apply) {
        answers.nodes.push_back(answer(asking, domain::kDoesNotApply, words.text("survey.none"), "cross"));
    }
    answers.nodes.push_back(
        button("skip", words.text("survey.skip"), "forward", app::press::SkipQuestion{}, Emphasis::Quiet));
    screen.body.push_back(std::move(answers));
    return screen;
}

}  // namespace kiosk::screens
