#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

/// Each language in its own name and script; without flags, which are of countries.
Screen language(const Scene& scene) {
    const Words& words = scene.words;
    const bool works = app::can_check_in(scene.model);
    Screen screen =
        empty_screen(scene, "language", app::on_first_screen(scene.visit()) ? Bar::HelpOnly : Bar::WithBack);
    screen.picture = works ? "globe" : "desk";
    if (works) {
        screen.body.push_back(block({title(words.text("language.title"))}));
    } else {
        screen.sentence = "easy.order";
        screen.body.push_back(
            block({title(words.text("order.title")), text("text", words.text("order.text"), "desk")}));
    }
    Block all;
    all.columns = 3;
    all.left_to_right = true;  // each language always has the same place
    for (std::size_t i = 0; i < scene.model.languages.size(); ++i) {
        const std::string& tag = scene.model.languages[i];
        const languages::Language* known = languages::find(tag);
        Node one = key("language." + tag, known ? std::string(known->own_name) : tag,
                       app::press::UseLanguage{i}, tag == scene.visit().language);
        one.language = tag;
        one.is_typed = false;  // chosen, but nothing about the person
        all.nodes.push_back(std::move(one));
    }
    screen.body.push_back(std::move(all));
    return screen;
}

}  // namespace kiosk::screens
