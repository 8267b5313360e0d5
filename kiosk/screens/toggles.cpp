#include "kiosk/screens/toggles.h"

#include <array>
#include <utility>

namespace kiosk::screens {
namespace {

struct Toggle {
    app::Mode mode;
    const char* id;  ///< of the node and of its word in the catalogue
    const char* icon;
};

constexpr std::array kToggles{
    Toggle{app::Mode::LargeText, "mode.large", "large"},
    Toggle{app::Mode::HighContrast, "mode.dark", "contrast"},
    Toggle{app::Mode::EasyRead, "mode.easy", "easy"},
    Toggle{app::Mode::Calm, "mode.calm", "calm"},
    Toggle{app::Mode::Speech, "mode.listen", "listen"},
};

}  // namespace

std::vector<Node> toggles(const Scene& scene) {
    std::vector<Node> all;
    for (const Toggle& one : kToggles) {
        if (one.mode == app::Mode::Speech && !app::can_speak(scene.model)) continue;
        Node node = button(one.id, scene.words.text(one.id), one.icon, app::press::Toggle{one.mode});
        node.role = Role::Toggle;
        node.selected = scene.visit().modes.has(one.mode);
        all.push_back(std::move(node));
    }
    return all;
}

}  // namespace kiosk::screens
