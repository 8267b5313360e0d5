#include "kiosk/screens/wall_card.h"

#include "kiosk/screens/parts.h"
#include "kiosk/screens/toggles.h"

namespace kiosk::screens {

Screen wall_card(const Words& words, CanSpeak speech) {
    Screen screen;
    screen.id = "wall_card";
    screen.language = words.language();
    screen.direction = words.direction();
    Block card = block({title(words.text("card.title")), text("press", words.text("card.press"))});
    for (const Toggle& one : kToggles) {
        if (one.mode == app::Mode::Speech && speech == CanSpeak::No) continue;
        card.nodes.push_back(text(one.id, words.text(one.id), one.icon));
    }
    if (speech == CanSpeak::Yes) {
        card.nodes.push_back(text("headphones", words.text("card.headphones"), "listen"));
    }
    card.nodes.push_back(text("keys", words.text("card.keys"), "year"));
    card.nodes.push_back(text("person", words.text("card.person"), "help"));
    screen.body.push_back(std::move(card));
    return screen;
}

}  // namespace kiosk::screens
