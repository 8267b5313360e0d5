#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

Screen day(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    Screen screen = empty_screen(scene, "day", Bar::Whole);
    Block above = block({title(words.text("day.title")), note("note", words.text("day.note"))});
    if (visit.day_not_in_month && visit.typed.month) {
        const std::string month = words.text("month." + std::to_string(*visit.typed.month));
        above.nodes.back() = text("check", words.text("day.not_in_month", {month}), "question");
    }
    screen.body.push_back(std::move(above));
    Block days;
    days.columns = 7;
    for (unsigned number = 1; number <= 31; ++number) {
        const std::string label = std::to_string(number);
        days.nodes.push_back(key("day." + label, label, app::press::Day{number}, visit.typed.day == number));
    }
    if (visit.typed.day) days.nodes.push_back(next_key(scene));
    screen.body.push_back(std::move(days));
    return screen;
}

}  // namespace kiosk::screens
