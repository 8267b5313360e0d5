#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen what_we_keep(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "what_we_keep", Bar::Whole);
    screen.sentence = "easy.keep";
    screen.picture = "saved";
    screen.body.push_back(block(
        {title(words.text("keep.title")), text("asked", words.text("keep.asked"), "question"),
         text("not_kept", words.text("keep.not_kept"), "lock"),
         text("kept", words.text("keep.kept"), "saved"), text("seen", words.text("keep.seen"), "people")}));
    screen.body.push_back(block({button("continue", words.text("keep.continue"), "forward",
                                        app::press::Continue{}, Emphasis::Primary)}));
    return screen;
}

}  // namespace kiosk::screens
