#include <algorithm>
#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

/// What was rated before for this area; 0 for nothing.
unsigned before(const app::Asking& asking, const std::string& question) {
    const auto& all = asking.offer.before;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const domain::Answer& one) { return one.question == question; });
    return found == all.end() ? 0 : found->choice;
}

/// One area: the same in words, for the eye and the ear, and on a scale of five.
Node row(const Scene& scene, const app::Asking& asking, std::size_t number) {
    const Words& words = scene.words;
    const domain::Question& area = app::survey_of(scene.model).questions.at(number);
    Node node;
    node.id = "area." + area.id;
    node.role = Role::Measure;
    node.is_private = true;
    node.then = before(asking, area.id);
    node.now = asking.answers.at(number).value_or(0);
    const std::string name = domain::text_in(area.ask, words.language());
    const std::string then = std::to_string(node.then);
    const std::string now = std::to_string(node.now);
    if (node.then > 0 && node.now > 0) {
        node.label = words.text("picture.both", {name, then, now});
    } else if (node.now > 0) {
        node.label = words.text("picture.now", {name, now});
    } else if (node.then > 0) {
        node.label = words.text("picture.then", {name, then});
    } else {
        node.label = words.text("picture.none", {name});
    }
    return node;
}

}  // namespace

/// The twelve areas, some at a time: where the person stood at the start, and where they stand now.
Screen rating_picture(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen =
        empty_screen(scene, "rating_picture",
                     scene.visit().asking && scene.visit().asking->page > 0 ? Bar::WithBack : Bar::HelpOnly);
    screen.picture = "chart";
    if (!scene.visit().asking || !scene.model.surveys) return screen;
    const app::Asking& asking = *scene.visit().asking;
    const bool both = !asking.offer.before.empty();
    Block above = block({title(words.text(both ? "picture.title" : "picture.now_title")),
                         note("legend", words.text(both ? "picture.legend" : "picture.now_legend"))});
    const std::size_t first = asking.page * app::kPictureRows;
    const std::size_t last = std::min(first + app::kPictureRows, asking.answers.size());
    for (std::size_t i = first; i < last; ++i) above.nodes.push_back(row(scene, asking, i));
    screen.body.push_back(std::move(above));
    if (last < asking.answers.size()) {
        screen.body.push_back(block({button("go_on", words.text("button.next"), "forward",
                                            app::press::Continue{}, Emphasis::Primary)}));
    } else {
        screen.body.push_back(block({done(scene)}));
    }
    return screen;
}

}  // namespace kiosk::screens
