#include <algorithm>
#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/sessions.h"

namespace kiosk::screens {
namespace {

Block sessions_of_page(const Scene& scene, const std::vector<domain::Session>& all, std::size_t first) {
    Block sessions;
    const std::size_t last = std::min(first + app::sessions_a_page(scene.visit().modes), all.size());
    for (std::size_t i = first; i < last; ++i) {
        Node one = session_line(scene, all[i], scene.visit().browsing.day);
        one.role = Role::Choice;
        one.press = app::press::ShowSession{all[i].id};
        sessions.nodes.push_back(std::move(one));
    }
    return sessions;
}

/// On to the next page, or to the next day.
void add_onward(const Scene& scene, bool more, Block& below) {
    const auto days = app::itinerary_days(scene.model);
    if (more) {
        below.nodes.push_back(button("more", scene.words.text("itinerary.more"), "forward",
                                     app::press::Continue{}, Emphasis::Primary));
    } else if (!days.empty() && scene.visit().browsing.day < days.back()) {
        below.nodes.push_back(button("next_day", scene.words.text("itinerary.next_day"), "forward",
                                     app::press::Continue{}, Emphasis::Primary));
    }
    below.nodes.push_back(
        button("days", scene.words.text("itinerary.days"), "calendar", app::press::ShowDays{}));
}

}  // namespace

/// What is on, a few sessions at a time; one that has changed says so.
Screen itinerary_day(const Scene& scene) {
    const Words& words = scene.words;
    const app::Browsing& browsing = scene.visit().browsing;
    Screen screen = empty_screen(scene, "itinerary_day", Bar::Whole);
    screen.picture = "calendar";
    Block above = block({title(day_heading(scene, browsing.day))});
    add_as_of(scene, above);
    const auto all = app::programme(scene.model, browsing.day, browsing.audience);
    const std::size_t page = app::sessions_a_page(scene.visit().modes);
    const std::size_t last_page = all.empty() ? 0 : (all.size() - 1) / page * page;
    const std::size_t first = std::min(browsing.first, last_page);
    if (all.empty()) above.nodes.push_back(fact("nothing", words.text("itinerary.nothing"), "clock"));
    screen.body.push_back(std::move(above));
    if (!all.empty()) screen.body.push_back(sessions_of_page(scene, all, first));
    Block below;
    below.columns = 2;
    add_onward(scene, first + page < all.size(), below);
    screen.body.push_back(std::move(below));
    return screen;
}

}  // namespace kiosk::screens
