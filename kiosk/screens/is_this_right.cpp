#include <algorithm>
#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

/// So many appointments are shown one by one, in few words or beside more to read one; of more, from the
/// first start to the last end.
constexpr std::size_t kShownMax = 3;

Node shown(const Scene& scene, std::size_t number, base::Instant start, base::Instant end) {
    Node time = value("time." + std::to_string(number),
                      scene.words.text("right.time", {Scene::time(start), Scene::time(end)}), "clock");
    time.is_typed = false;
    return time;
}

void add_times(const Scene& scene, const app::Found& found, Block& above) {
    const auto& all = found.to_check_in;
    const bool few = scene.visit().modes.short_words() || scene.visit().by_slip;
    if (all.size() > (few ? 1 : kShownMax)) {
        base::Instant end = all.front().end;
        for (const auto& one : all) end = std::max(end, one.end);
        above.nodes.push_back(shown(scene, 0, all.front().start, end));
        return;
    }
    std::size_t number = 0;
    for (const auto& one : all) above.nodes.push_back(shown(scene, number++, one.start, one.end));
}

void add_ended(const Scene& scene, const app::Found& found, Block& above) {
    const auto& over = found.to_check_in.front();
    Node ended = text(
        "ended", scene.words.text("right.ended", {Scene::time(over.start), Scene::time(over.end)}), "clock");
    ended.is_private = true;
    above.nodes.push_back(std::move(ended));
    above.nodes.push_back(note("ask", scene.words.text("right.ended_ask")));
}

}  // namespace

Screen is_this_right(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "is_this_right", Bar::Whole);
    screen.picture = "person";
    const auto& found = scene.visit().found;
    if (!found || found->to_check_in.empty()) return screen;
    const std::string& initial = found->initial;
    Block above = block(
        {title(initial.empty() ? words.text("right.title") : words.text("right.title_initial", {initial}))});
    above.nodes.back().is_private = true;
    if (found->has_ended) {
        add_ended(scene, *found, above);
    } else {
        add_times(scene, *found, above);
        add_later(scene, above);
    }
    // Nobody who showed a slip has passed the screen that tells what is kept and who sees it (checklist C59).
    if (scene.visit().by_slip) above.nodes.push_back(fact("kept", words.text("easy.keep"), "saved"));
    screen.body.push_back(std::move(above));
    const std::string yes = words.text(found->has_ended ? "right.ended_yes" : "right.yes");
    screen.body.push_back(
        block({button("confirm.yes", yes, "tick", app::press::ConfirmArrival{}, Emphasis::Primary),
               button("confirm.no", words.text("right.no"), "cross", app::press::NotMe{})}));
    return screen;
}

}  // namespace kiosk::screens
