#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen checked_in(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    Screen screen = empty_screen(scene, "checked_in", Bar::HelpOnly);
    screen.sentence = "easy.in";
    screen.picture = "seat";
    const std::string time = visit.late ? with_time(scene, late_time(scene), "late.no_time")
                                        : with_time(scene, "in.time", "in.no_time");
    Block above = block({title(words.text("in.title")), success(time)});
    if (visit.reason_kept) above.nodes.push_back(text("thanks", words.text("in.reason_kept")));
    above.nodes.push_back(text("next", words.text("in.next"), "people"));
    add_later(scene, above);
    screen.body.push_back(std::move(above));
    screen.body.push_back(block(
        {done(scene), button("undo", words.text("in.undo"), "undo", app::press::Undo{}, Emphasis::Quiet)}));
    return screen;
}

}  // namespace kiosk::screens
