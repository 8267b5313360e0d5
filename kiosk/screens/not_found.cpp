#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen not_found(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "not_found", Bar::Whole);
    screen.sentence = "easy.not_found";
    screen.picture = "question";
    screen.body.push_back(
        block({title(words.text("not_found.title")), text("text", words.text("not_found.text")),
               text("reception", words.text("not_found.reception"), "desk")}));
    screen.body.push_back(block({button("again", words.text("not_found.again"), "forward",
                                        app::press::Continue{}, Emphasis::Primary)}));
    return screen;
}

}  // namespace kiosk::screens
