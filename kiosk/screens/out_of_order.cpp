#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

/// Also what stands instead of the welcome screen while nobody can check in here.
Screen out_of_order(const Scene& scene) {
    const Words& words = scene.words;
    const bool during_visit = scene.visit().step == app::Step::OutOfOrder;
    Screen screen = empty_screen(scene, "out_of_order", Bar::HelpOnly);
    screen.sentence = during_visit ? "easy.order_not_recorded" : "easy.order";
    screen.picture = "desk";
    screen.body.push_back(
        block({title(words.text("order.title")),
               text("text", words.text(during_visit ? "order.not_recorded" : "order.text"), "desk")}));
    if (during_visit) {
        screen.body.push_back(block({done(scene)}));
    } else if (app::has_itinerary(scene.model)) {
        screen.body.push_back(block(
            {button("itinerary", words.text("itinerary.show"), "calendar", app::press::ShowItinerary{})}));
    }
    return screen;
}

}  // namespace kiosk::screens
