#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/help_words.h"

namespace kiosk::screens {

Screen help_is_coming(const Scene& scene) {
    const Words& words = scene.words;
    const app::HelpWord word = app::help_word(scene.model);
    const bool somebody_comes = word == app::HelpWord::WillCome || word == app::HelpWord::OnTheWay;
    Screen screen = empty_screen(scene, "help_is_coming", Bar::HelpOnly);
    screen.picture = somebody_comes ? "help" : "desk";
    screen.help->enabled = !somebody_comes;
    screen.body.push_back(help_words(scene));
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
