#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

const char* icon_of(domain::LateReason reason) {
    switch (reason) {
        case domain::LateReason::Transport:
            return "bus";
        case domain::LateReason::Health:
            return "heart";
        case domain::LateReason::Caring:
            return "caring";
        case domain::LateReason::Work:
            return "work";
        case domain::LateReason::CouldNotGetIn:
            return "door";
        case domain::LateReason::Other:
            return "question";
    }
    return "";
}

}  // namespace

Screen late(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "late", Bar::HelpOnly);
    screen.sentence = "easy.late";
    screen.picture = "clock";
    screen.body.push_back(
        block({title(words.text("in.title")), success(with_time(scene, late_time(scene), "late.no_time")),
               text("glad", words.text("late.glad")), note("seen", words.text("late.seen"), "lock")}));
    Block reasons;
    reasons.columns = 2;
    for (const domain::LateReason reason : domain::kLateReasons) {
        const std::string word(domain::to_word(reason));
        Node one = choice("reason." + word, words.text("late." + word), icon_of(reason),
                          app::press::GiveReason{reason});
        reasons.nodes.push_back(std::move(one));
    }
    screen.body.push_back(std::move(reasons));
    Block below;
    below.columns = 2;
    below.nodes = {button("undo", words.text("in.undo"), "undo", app::press::Undo{}, Emphasis::Quiet),
                   button("skip", words.text("late.skip"), "forward", app::press::SkipReason{})};
    screen.body.push_back(std::move(below));
    return screen;
}

}  // namespace kiosk::screens
