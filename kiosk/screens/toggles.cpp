#include "kiosk/screens/toggles.h"

#include <utility>

namespace kiosk::screens {
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
