#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/help_words.h"

namespace kiosk::screens {
namespace {

/// What happens next, and who else is there at any hour.
Block talk(const Scene& scene) {
    const Words& words = scene.words;
    Block above = help_words(scene);
    // Names and numbers as values: in a text from right to left 116 123 would be read as 123 116.
    Node crisis = text("crisis", words.text("thanks.crisis", {"NHS 111", "Samaritans", "116 123"}), "heart");
    crisis.is_private = true;  // it tells what was asked for; and it stays where there are few words
    above.nodes.push_back(std::move(crisis));
    return above;
}

const char* what_became_of_it(const app::Asking& asking) {
    if (asking.word == domain::OfferState::Declined) return "thanks.declined";
    return asking.skipped_all ? "thanks.skipped" : "thanks.kept";
}

}  // namespace

Screen survey_thanks(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "survey_thanks", Bar::HelpOnly);
    screen.picture = "heart";
    if (!scene.visit().asking) return screen;
    const app::Asking& asking = *scene.visit().asking;
    if (asking.talk) {
        screen.picture = "help";
        screen.body.push_back(talk(scene));
    } else {
        screen.sentence = asking.skipped_all ? "thanks.declined" : "thanks.kept";
        screen.body.push_back(block({title(words.text("thanks.title")),
                                     text("text", words.text(what_became_of_it(asking)), "heart")}));
    }
    screen.body.push_back(block({done(scene)}));
    return screen;
}

}  // namespace kiosk::screens
