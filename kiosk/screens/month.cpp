#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen month(const Scene& scene) {
    const Words& words = scene.words;
    const app::Typed& typed = scene.visit().typed;
    Screen screen = empty_screen(scene, "month", Bar::Whole);
    screen.picture = "calendar";
    Block above = block({title(words.text("month.title"))});
    if (typed.day) {
        above.nodes.push_back(
            value("chosen", words.text("month.day", {std::to_string(*typed.day)}), "calendar"));
    }
    screen.body.push_back(std::move(above));
    Block months;
    months.columns = 3;
    for (unsigned number = 1; number <= 12; ++number) {
        const std::string id = "month." + std::to_string(number);
        months.nodes.push_back(key(id, words.text(id), app::press::Month{number}, typed.month == number));
    }
    // In few words the letters are large, too: "OK" is one more cell.
    const bool as_cell = scene.visit().modes.short_words();
    if (typed.month && as_cell) months.nodes.push_back(next_key(scene));
    screen.body.push_back(std::move(months));
    if (typed.month && !as_cell) {
        screen.body.push_back(block({button("next", words.text("button.next"), "forward",
                                            app::press::Continue{}, Emphasis::Primary)}));
    }
    return screen;
}

}  // namespace kiosk::screens
