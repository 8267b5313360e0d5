#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen taken_back(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "taken_back", Bar::HelpOnly);
    screen.sentence = "easy.back";
    screen.picture = "undo";
    screen.body.push_back(
        block({title(words.text("back.title")), text("text", words.text("back.text"), "undo"),
               text("next", words.text("back.next"), "desk")}));
    screen.body.push_back(block({done(scene)}));
    return screen;
}

}  // namespace kiosk::screens
