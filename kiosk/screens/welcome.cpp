#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen welcome(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "welcome", Bar::HelpOnly);
    screen.sentence = scene.model.scanner ? "easy.welcome_slip" : "easy.welcome";
    screen.picture = "arrive";
    screen.body.push_back(block({title(words.text("welcome.title")), text("text", words.text("welcome.text")),
                                 note("note", words.text("welcome.note"), "clock")}));
    if (scene.model.scanner) {
        screen.body.back().nodes.push_back(text("slip", words.text("welcome.slip"), "slip"));
    }
    Block below = block(
        {button("start", words.text("welcome.start"), "forward", app::press::Start{}, Emphasis::Primary)});
    if (app::has_itinerary(scene.model)) {
        below.nodes.push_back(
            button("itinerary", words.text("itinerary.show"), "calendar", app::press::ShowItinerary{}));
    }
    below.nodes.push_back(button("person", words.text("welcome.person"), "help", app::press::Help{}));
    screen.body.push_back(std::move(below));
    return screen;
}

}  // namespace kiosk::screens
