#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen help_is_coming(const Scene& scene) {
    const Words& words = scene.words;
    // A call that could not be made is not claimed: then the person is shown the way.
    const bool called = scene.visit().called_at.has_value() && scene.model.link != app::Link::Down;
    Screen screen = empty_screen(scene, "help_is_coming", Bar::HelpOnly);
    screen.sentence = called ? "easy.help" : "easy.reception";
    screen.picture = called ? "help" : "desk";
    screen.help->enabled = !called;
    if (called) {
        screen.body.push_back(
            block({title(words.text("help.title")), text("text", words.text("help.text"), "help"),
                   text("nobody", words.text("help.nobody"), "desk")}));
    } else {
        screen.body.push_back(
            block({title(words.text("help.go_title")), text("text", words.text("help.go_text"), "desk")}));
    }
    const std::string finish = words.text("help.finish");
    Block below;
    if (app::can_check_in(scene.model)) {
        below =
            block({button("go_back", words.text("help.go_on"), "back", app::press::Back{}, Emphasis::Primary),
                   button("done", finish, "home", app::press::Finish{})});
    } else {
        below = block({button("done", finish, "home", app::press::Finish{}, Emphasis::Primary)});
    }
    screen.body.push_back(std::move(below));
    return screen;
}

}  // namespace kiosk::screens
