#include <algorithm>
#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

/// Bars of every colour a panel mixes from, and a line along each edge.
Screen staff_screen_test(const Scene& scene) {
    Screen screen = empty_screen(scene, "staff_screen_test", Bar::Whole);
    screen.picture = "contrast";
    Node bars = text("bars", scene.words.text("staff.bars"));
    bars.role = Role::Pattern;
    screen.body.push_back(block({title(scene.words.text("staff.screen_title")), std::move(bars)}));
    return screen;
}

/// Nine places over the glass; each keeps a tick once a finger was felt there.
Screen staff_touch_test(const Scene& scene) {
    Screen screen = empty_screen(scene, "staff_touch_test", Bar::Whole);
    screen.picture = "tick";
    if (!scene.visit().corner) return screen;
    const auto& touched = scene.visit().corner->touched;
    const bool all = std::all_of(touched.begin(), touched.end(), [](bool one) { return one; });
    screen.body.push_back(block({title(scene.words.text(all ? "staff.touch_done" : "staff.touch_title"))}));
    Block places;
    places.columns = 3;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        const std::string label = std::to_string(i + 1);
        Node place = key("place." + label, label, app::press::TouchPlace{i}, touched[i]);
        place.is_typed = false;
        if (touched[i]) place.icon = "tick";
        places.nodes.push_back(std::move(place));
    }
    screen.body.push_back(std::move(places));
    return screen;
}

Screen staff_sound_test(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_sound_test", Bar::Whole);
    screen.picture = "listen";
    const bool speaks = app::can_speak(scene.model);
    Block above = block({title(words.text(speaks ? "staff.sound_title" : "staff.sound_none"))});
    if (speaks)
        above.nodes.push_back(value("output", words.text("staff.output", {scene.model.sound_output})));
    screen.body.push_back(std::move(above));
    if (!speaks) return screen;
    screen.body.push_back(block(
        {button("play", words.text("staff.play"), "listen", app::press::PlaySample{}, Emphasis::Primary)}));
    return screen;
}

/// That something was read, and nothing of what.
Screen staff_scanner_test(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_scanner_test", Bar::Whole);
    screen.picture = "easy";
    const bool seen = scene.visit().corner && scene.visit().corner->code_seen;
    screen.sentence = seen ? "staff.code_read" : "staff.scanner_title";
    screen.body.push_back(block(
        {title(words.text("staff.scanner_title")),
         text("seen", words.text(seen ? "staff.code_read" : "staff.no_code"), seen ? "tick" : "clock")}));
    return screen;
}

}  // namespace kiosk::screens
