#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

/// Nothing can be taken back or left here, so there is only help, which is told of without leaving.
Screen keeping(const Scene& scene, std::string id, const std::string& what) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, std::move(id), Bar::HelpOnly);
    screen.sentence = scene.visit().call ? "saving.called" : what;
    screen.picture = "clock";
    Block above = block({title(words.text("saving.title")), text("text", words.text(what))});
    if (scene.visit().call) above.nodes.push_back(note("called", words.text("saving.called"), "help"));
    screen.body.push_back(std::move(above));
    return screen;
}

}  // namespace

Screen searching(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "searching", Bar::Whole);
    screen.sentence = "searching.title";
    screen.picture = "clock";
    screen.body.push_back(
        block({title(words.text("searching.title")), text("text", words.text("searching.text"))}));
    return screen;
}

Screen saving(const Scene& scene) {
    return keeping(scene, "saving", "saving.text");
}

Screen survey_saving(const Scene& scene) {
    return keeping(scene, "survey_saving", "saving.text");
}

Screen taking_back(const Scene& scene) {
    return keeping(scene, "taking_back", "saving.undo");
}

}  // namespace kiosk::screens
