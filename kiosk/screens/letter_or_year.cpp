#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen letter_or_year(const Scene& scene) {
    const Words& words = scene.words;
    const app::Typed& typed = scene.visit().typed;
    Screen screen = empty_screen(scene, "letter_or_year", Bar::Whole);
    screen.picture = "question";
    Block above = block({title(words.text("way.title")), note("note", words.text("way.note"))});
    if (typed.day && typed.month) {
        const std::string birthday = words.day_of_month(*typed.day, *typed.month);
        above.nodes.push_back(value("chosen", words.text("way.birthday", {birthday}), "calendar"));
    }
    screen.body.push_back(std::move(above));
    screen.body.push_back(
        block({choice("use_letter", words.text("way.letter"), "letter", app::press::UseLetter{}),
               choice("use_year", words.text("way.year"), "year", app::press::UseYear{})}));
    return screen;
}

}  // namespace kiosk::screens
