#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

std::string server_line(const Scene& scene) {
    const Words& words = scene.words;
    const app::Model& model = scene.model;
    if (model.link == app::Link::Up) return words.text("staff.server_there");
    if (!model.server_time) return words.text("staff.server_never");
    return words.text("staff.server_away", {Scene::time(model.server_time->server)});
}

std::string time_line(const Scene& scene) {
    const Words& words = scene.words;
    if (!scene.model.minute) return words.text("staff.time_unknown");
    const bool sure = scene.model.server_clock != domain::ClockState::Doubtful;
    return words.text(sure ? "staff.time" : "staff.time_doubtful", {Scene::time(*scene.model.minute)});
}

}  // namespace

/// How this kiosk is doing: nothing of anybody's visit.
Screen staff_state(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_state", Bar::Whole);
    screen.picture = "chart";
    const auto waiting = scene.visit().corner ? scene.visit().corner->waiting : std::nullopt;
    const std::string count = waiting ? std::to_string(*waiting) : "?";
    screen.body.push_back(block({title(words.text("staff.state_title"))}));
    Block values =
        block({value("server", server_line(scene)), value("waiting", words.text("staff.waiting", {count})),
               value("time", time_line(scene)),
               value("version", words.text("staff.version", {scene.model.version}))});
    values.columns = 2;
    screen.body.push_back(std::move(values));
    return screen;
}

/// What a person may choose from: chosen is what they may.
Screen staff_languages(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_languages", Bar::Whole);
    screen.picture = "globe";
    screen.body.push_back(block({title(words.text("staff.languages_title"))}));
    Block all;
    all.columns = 3;
    all.left_to_right = true;
    const auto& installed = app::installed_languages(scene.model);
    for (std::size_t i = 0; i < installed.size(); ++i) {
        const std::string& tag = installed[i];
        const languages::Language* known = languages::find(tag);
        const bool offered = app::is_offered(scene.model, tag);
        Node one = key("offer." + tag, known != nullptr ? std::string(known->own_name) : tag,
                       app::press::OfferLanguage{i, !offered}, offered);
        one.language = tag;
        one.is_typed = false;
        one.enabled = !offered || scene.model.languages.size() > 1;  // one stays
        all.nodes.push_back(std::move(one));
    }
    screen.body.push_back(std::move(all));
    return screen;
}

}  // namespace kiosk::screens
