#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

/// The two answers, with nothing chosen beforehand.
Block yes_and_no(const Scene& scene, const char* yes, const char* no) {
    return block({button("yes", scene.words.text(yes), "tick", app::press::Yes{}),
                  button("no", scene.words.text(no), "cross", app::press::No{})});
}

}  // namespace

Screen survey_share(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "survey_share", Bar::Whole);
    screen.sentence = "easy.share";
    screen.picture = "people";
    screen.body.push_back(
        block({title(words.text("share.title")), text("text", words.text("share.text"), "lock")}));
    screen.body.push_back(yes_and_no(scene, "share.yes", "share.no"));
    return screen;
}

Screen survey_talk(const Scene& scene) {
    Screen screen = empty_screen(scene, "survey_talk", Bar::Whole);
    screen.picture = "help";
    screen.body.push_back(block({title(scene.words.text("talk.title"))}));
    screen.body.push_back(yes_and_no(scene, "talk.yes", "survey.decline"));
    return screen;
}

Screen survey_stop(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "survey_stop", Bar::WithBack);
    screen.sentence = "stop.title";
    screen.picture = "question";
    screen.body.push_back(block({title(words.text("stop.title")), text("text", words.text("stop.text"))}));
    screen.body.push_back(yes_and_no(scene, "stop.yes", "stop.no"));
    return screen;
}

}  // namespace kiosk::screens
