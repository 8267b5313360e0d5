#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen welcome(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "welcome", Bar::HelpOnly);
    screen.sentence = "easy.welcome";
    screen.picture = "arrive";
    screen.body.push_back(block({title(words.text("welcome.title")), text("text", words.text("welcome.text")),
                                 note("note", words.text("welcome.note"), "clock")}));
    screen.body.push_back(block(
        {button("start", words.text("welcome.start"), "forward", app::press::Start{}, Emphasis::Primary),
         button("person", words.text("welcome.person"), "help", app::press::Help{})}));
    return screen;
}

}  // namespace kiosk::screens
