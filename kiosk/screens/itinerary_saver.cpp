#include <algorithm>
#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/sessions.h"

namespace kiosk::screens {

/// Today's programme on a kiosk that nobody uses. There is nothing in it to press: any touch wakes the kiosk.
Screen itinerary_saver(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "itinerary_saver", Bar::HelpOnly);
    screen.picture = "calendar";
    const auto days = app::itinerary_days(scene.model);
    if (days.empty() || !scene.model.saver) return screen;
    Block above = block({title(day_heading(scene, days.front()))});
    add_as_of(scene, above);
    const auto all = app::programme(scene.model, days.front(), domain::Audience::Everyone);
    const std::size_t first = scene.model.saver->page * app::kSaverSessions;
    const std::size_t last = std::min(first + app::kSaverSessions, all.size());
    for (std::size_t i = first; i < last; ++i) {
        above.nodes.push_back(session_line(scene, all[i], days.front()));
    }
    above.nodes.push_back(fact("touch", words.text("itinerary.touch"), "arrive"));
    screen.body.push_back(std::move(above));
    return screen;
}

}  // namespace kiosk::screens
