#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

std::string month_name(const Words& words, unsigned month, bool few) {
    const std::string id = "month." + std::to_string(month);
    return words.text(few && words.has("easy." + id) ? "easy." + id : id);
}

}  // namespace

Screen day(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    Screen screen = empty_screen(scene, "day", Bar::Whole);
    screen.picture = "calendar";
    Block above = block({title(words.text("day.title")), note("note", words.text("day.note"))});
    if (visit.day_not_in_month && visit.typed.month) {
        const bool few = visit.modes.short_words();
        const std::string month = month_name(words, *visit.typed.month, few);
        above.nodes.back() =
            text("check", words.text(few ? "easy.not_in_month" : "day.not_in_month", {month}), "question");
        above.nodes.back().is_private = true;
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
