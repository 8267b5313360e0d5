#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen came_after_end(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "came_after_end", Bar::HelpOnly);
    screen.sentence = "easy.ended";
    screen.picture = "desk";
    screen.body.push_back(block(
        {title(words.text("ended.title")), success(with_time(scene, "ended.time", "ended.no_time")),
         text("why", words.text("ended.why"), "clock"), text("next", words.text("ended.next"), "desk")}));
    screen.body.push_back(block({done(scene)}));
    return screen;
}

}  // namespace kiosk::screens
