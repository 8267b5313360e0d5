#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

/// So many stand one under the other as choices; more of them are a grid to pick from.
constexpr std::size_t kChoicesMax = 4;
constexpr unsigned kGridColumns = 3;

}  // namespace

Screen start_time(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    Screen screen = empty_screen(scene, "start_time", Bar::Whole);
    screen.sentence = "time.title";
    screen.picture = "clock";
    screen.body.push_back(block({title(words.text("time.title")), text("more", words.text("more.note"))}));
    const bool grid = visit.start_times.size() > kChoicesMax;
    Block times;
    times.columns = grid ? kGridColumns : 1;
    for (std::size_t i = 0; i < visit.start_times.size(); ++i) {
        const std::string id = "time." + std::to_string(i);
        const std::string label = Scene::time(visit.start_times[i]);
        times.nodes.push_back(grid ? key(id, label, app::press::StartTime{i})
                                   : choice(id, label, "clock", app::press::StartTime{i}));
    }
    screen.body.push_back(std::move(times));
    screen.body.push_back(block({button("none", words.text("time.none"), "", app::press::NotMe{})}));
    return screen;
}

}  // namespace kiosk::screens
