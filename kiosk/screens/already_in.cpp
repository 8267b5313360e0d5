#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen already_in(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "already_in", Bar::HelpOnly);
    screen.sentence = "already.title";
    screen.picture = "tick";
    Block above =
        block({title(words.text("already.title")), success(with_time(scene, "in.time", "in.no_time")),
               text("next", words.text("already.next"))});
    add_later(scene, above);
    screen.body.push_back(std::move(above));
    screen.body.push_back(block({done(scene)}));
    return screen;
}

}  // namespace kiosk::screens
