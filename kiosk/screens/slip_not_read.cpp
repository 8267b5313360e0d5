#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

/// The same words whatever was wrong with it: torn, too old, another hub's, or no slip at all.
Screen slip_not_read(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "slip_not_read", Bar::Whole);
    screen.sentence = "easy.slip";
    screen.picture = "slip";
    screen.body.push_back(
        block({title(words.text("slip.title")), text("again", words.text("slip.again"), "slip"),
               text("or", words.text("slip.or"), "arrive")}));
    screen.body.push_back(block({button("without_slip", words.text("slip.without"), "forward",
                                        app::press::Continue{}, Emphasis::Primary)}));
    return screen;
}

}  // namespace kiosk::screens
