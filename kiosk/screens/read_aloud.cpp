#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

/// Asked when somebody wants to listen without a headset (EN 301 549 5.1.3.9).
Screen read_aloud(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "read_aloud", Bar::WithBack);
    screen.sentence = "aloud.title";
    screen.picture = "listen";
    screen.body.push_back(
        block({title(words.text("aloud.title")), text("text", words.text("aloud.text"), "listen")}));
    screen.body.push_back(
        block({choice("aloud.no", words.text("aloud.no"), "lock", app::press::ReadAloud{false}),
               choice("aloud.yes", words.text("aloud.yes"), "people", app::press::ReadAloud{true})}));
    return screen;
}

}  // namespace kiosk::screens
