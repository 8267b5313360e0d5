#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen saved_here(const Scene& scene) {
    const Words& words = scene.words;
    const auto& found = scene.visit().found;
    const bool ended = found && found->has_ended;
    Screen screen = empty_screen(scene, "saved_here", Bar::HelpOnly);
    screen.sentence = "easy.saved";
    screen.picture = "desk";
    screen.status.reset();  // this screen says it in its own words
    Block above = block({title(words.text(ended ? "saved.title_ended" : "saved.title")),
                         success(with_time(scene, "saved.time", "saved.no_time")),
                         text("sent_later", words.text("saved.sent_later"), "saved"),
                         text("next", words.text("saved.next"), "desk")});
    add_later(scene, above);
    screen.body.push_back(std::move(above));
    screen.body.push_back(block(
        {done(scene), button("undo", words.text("in.undo"), "undo", app::press::Undo{}, Emphasis::Quiet)}));
    return screen;
}

}  // namespace kiosk::screens
