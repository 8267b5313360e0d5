#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen still_there(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    Screen screen = empty_screen(scene, "still_there", Bar::WithStartAgain);
    screen.picture = "person";
    const bool is_in = visit.step == app::Step::Late;
    const unsigned seconds = visit.still_there ? visit.still_there->seconds_left : 0;
    screen.body.push_back(block({title(words.text("still.title")),
                                 text("seconds", words.count("still.seconds", seconds), "clock"),
                                 is_in ? note("why", words.text("still.checked_in"), "tick")
                                       : note("why", words.text("still.why"), "lock")}));
    screen.body.push_back(
        block({button("stay", words.text("still.stay"), "tick", app::press::StayHere{}, Emphasis::Primary)}));
    return screen;
}

}  // namespace kiosk::screens
