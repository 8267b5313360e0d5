#include "kiosk/screens/screen.h"

namespace kiosk::screens {

bool is_target(const Node& node) {
    switch (node.role) {
        case Role::Button:
        case Role::Choice:
        case Role::Key:
        case Role::Toggle:
            return true;
        case Role::Title:
        case Role::Text:
        case Role::Note:
        case Role::Success:
        case Role::Measure:
        case Role::Pattern:
        case Role::Value:
        case Role::Status:
            return false;
    }
    return false;
}

std::vector<const Node*> nodes_of(const Screen& screen) {
    std::vector<const Node*> all;
    for (const Block& block : screen.body) {
        for (const Node& node : block.nodes) all.push_back(&node);
    }
    for (const auto* one :
         {&screen.status, &screen.back, &screen.start_again, &screen.help, &screen.languages}) {
        if (one->has_value()) all.push_back(&**one);
    }
    for (const Node& node : screen.toggles) all.push_back(&node);
    return all;
}

}  // namespace kiosk::screens
