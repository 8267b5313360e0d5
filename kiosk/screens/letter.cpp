#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen letter(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    Screen screen = empty_screen(scene, "letter", Bar::Whole);
    screen.sentence = "letter.title";
    screen.picture = "letter";
    Block above = block({title(words.text("letter.title"))});
    if (visit.asked_other) above.nodes.push_back(text("more", words.text("more.note")));
    above.nodes.push_back(note("note", words.text("letter.note")));
    screen.body.push_back(std::move(above));
    Block letters;
    letters.columns = 6;
    letters.left_to_right = true;
    for (char one = 'A'; one <= 'Z'; ++one) {
        const std::string label(1, one);
        letters.nodes.push_back(
            key("letter." + label, label, app::press::Letter{one}, visit.typed.letter == one));
    }
    if (visit.typed.letter) letters.nodes.push_back(next_key(scene));
    screen.body.push_back(std::move(letters));
    return screen;
}

}  // namespace kiosk::screens
