#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

const char* text_of(app::ReceptionReason reason) {
    switch (reason) {
        case app::ReceptionReason::ThreeTries:
            return "reception.three_tries";
        case app::ReceptionReason::TellApart:
            return "reception.tell_apart";
        case app::ReceptionReason::NoAppointment:
            return "reception.no_appointment";
        case app::ReceptionReason::Unreachable:
            return "reception.unreachable";
        case app::ReceptionReason::MustLook:
            return "reception.must_look";
        case app::ReceptionReason::NotTakenBack:
            return "reception.not_taken_back";
        case app::ReceptionReason::AnswersNotKept:
            return "reception.not_kept";
    }
    return "";
}

bool asks_for_birthday_again(app::ReceptionReason reason) {
    return reason == app::ReceptionReason::ThreeTries || reason == app::ReceptionReason::TellApart ||
           reason == app::ReceptionReason::Unreachable;
}

const char* sentence_of(app::ReceptionReason reason) {
    switch (reason) {
        case app::ReceptionReason::ThreeTries:
        case app::ReceptionReason::TellApart:
        case app::ReceptionReason::Unreachable:
            return "easy.reception_write";
        case app::ReceptionReason::NoAppointment:
        case app::ReceptionReason::AnswersNotKept:
            return "easy.reception";
        case app::ReceptionReason::MustLook:
            return "easy.reception_saved";
        case app::ReceptionReason::NotTakenBack:
            return "easy.reception_still_in";
    }
    return "";
}

}  // namespace

Screen see_reception(const Scene& scene) {
    const Words& words = scene.words;
    const app::ReceptionReason reason = scene.visit().reception;
    Screen screen = empty_screen(scene, "see_reception", Bar::HelpOnly);
    screen.sentence = sentence_of(reason);
    screen.picture = "desk";
    Block above =
        block({title(words.text("reception.title")), text("why", words.text(text_of(reason)), "desk")});
    if (asks_for_birthday_again(reason)) {
        above.nodes.push_back(note("aloud", words.text("reception.aloud"), "lock"));
    }
    screen.body.push_back(std::move(above));
    Block below = block({done(scene)});
    if (scene.model.link != app::Link::Down) {
        below.nodes.push_back(
            button("come_here", words.text("reception.come_here"), "help", app::press::Help{}));
    }
    screen.body.push_back(std::move(below));
    return screen;
}

}  // namespace kiosk::screens
