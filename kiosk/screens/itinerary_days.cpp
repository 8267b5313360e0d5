#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/sessions.h"

namespace kiosk::screens {

/// Which day, and for whom.
Screen itinerary_days(const Scene& scene) {
    const Words& words = scene.words;
    const app::Browsing& browsing = scene.visit().browsing;
    Screen screen = empty_screen(scene, "itinerary_days", Bar::Whole);
    screen.picture = "calendar";
    screen.body.push_back(block({title(words.text("itinerary.days_title"))}));
    Block days;
    days.columns = 2;
    const auto all = app::itinerary_days(scene.model);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool today = app::today(scene.model) == all[i];
        Node one =
            key("day_" + std::to_string(i), today ? words.text("itinerary.today") : day_name(scene, all[i]),
                app::press::UseDay{i}, all[i] == browsing.day);
        one.is_typed = false;
        days.nodes.push_back(std::move(one));
    }
    const std::string whom = browsing.audience == domain::Audience::Everyone
                                 ? words.text("itinerary.for")
                                 : audience_text(scene, browsing.audience);
    days.nodes.push_back(choice("for", whom, "people", app::press::ShowAudiences{}));
    screen.body.push_back(std::move(days));
    return screen;
}

Screen itinerary_for(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "itinerary_for", Bar::Whole);
    screen.picture = "people";
    screen.body.push_back(block({title(words.text("itinerary.for_title"))}));
    Block choices;
    choices.columns = 2;
    for (const domain::Audience audience : domain::kAudiences) {
        const bool everyone = audience == domain::Audience::Everyone;
        Node one = choice("for." + std::string(to_word(audience)),
                          everyone ? words.text("itinerary.everything") : audience_text(scene, audience),
                          everyone ? "calendar" : "people", app::press::UseAudience{audience});
        if (audience == domain::Audience::Families) one.icon = "caring";
        one.selected = scene.visit().browsing.audience == audience;
        choices.nodes.push_back(std::move(one));
    }
    screen.body.push_back(std::move(choices));
    return screen;
}

}  // namespace kiosk::screens
