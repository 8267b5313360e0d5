#include "kiosk/screens/focus.h"

#include <algorithm>

namespace kiosk::screens {
namespace {

using app::Key;

bool can_be_pressed(const Node& node) {
    return node.press.has_value() && node.enabled;
}

const Node* find(const Screen& screen, const std::string& id) {
    for (const Node* node : nodes_of(screen)) {
        if (node->id == id) return node;
    }
    return nullptr;
}

/// Round and round: after the last comes the first, so that there is no end to be caught at.
std::string neighbour(const Screen& screen, const Focus& focus, bool forward, bool speech) {
    const auto stops = stops_of(screen, speech);
    if (stops.empty()) return {};
    const std::size_t count = stops.size();
    const Node* present = focused_node(screen, focus);
    const auto at = std::find(stops.begin(), stops.end(), present);
    if (at == stops.end()) return (forward ? stops.front() : stops.back())->id;
    const auto index = static_cast<std::size_t>(at - stops.begin());
    return stops[(index + (forward ? 1 : count - 1)) % count]->id;
}

std::optional<app::Press> press_of(const Node* node) {
    if (node == nullptr || !can_be_pressed(*node)) return std::nullopt;
    return node->press;
}

/// The press itself, if anything on the screen that can be pressed raises it.
template <class P>
std::optional<app::Press> if_offered(const Screen& screen) {
    for (const Node* node : nodes_of(screen)) {
        if (can_be_pressed(*node) && std::holds_alternative<P>(*node->press)) return node->press;
    }
    return std::nullopt;
}

/// The voice's keys of a number pad, where digits have nothing to enter.
std::optional<Key> volume_of(char digit) {
    if (digit == '9') return Key::Louder;
    if (digit == '3') return Key::Quieter;
    return std::nullopt;
}

Keyed on_digit(const Screen& screen, const Focus& focus, char digit) {
    Keyed result{focus, std::nullopt, false, std::nullopt};
    if (const Node* key = find(screen, std::string("digit.") + digit)) {
        result.typed = true;
        result.press = press_of(key);
        return result;
    }
    for (const std::string& number : {focus.typed + digit, std::string(1, digit)}) {
        const Node* node = find(screen, screen.id + "." + number);
        if (node == nullptr || !can_be_pressed(*node)) continue;
        result.focus.node = node->id;
        result.focus.typed = number;
        result.typed = true;
        return result;
    }
    result.left = volume_of(digit);
    return result;
}

}  // namespace

std::vector<const Node*> stops_of(const Screen& screen, bool speech) {
    std::vector<const Node*> stops = nodes_of(screen);
    if (!speech) std::erase_if(stops, [](const Node* node) { return !can_be_pressed(*node); });
    return stops;
}

const Node* focused_node(const Screen& screen, const Focus& focus) {
    return focus.screen == screen.id && !focus.node.empty() ? find(screen, focus.node) : nullptr;
}

Keyed on_key(const Screen& screen, const Focus& focus, const app::KeyPressed& pressed, bool speech) {
    Keyed result;
    result.focus.screen = screen.id;
    const bool here = focus.screen == screen.id;
    if (here) result.focus.node = focus.node;
    const bool left_to_right = screen.direction == Direction::LeftToRight;
    const auto move = [&](bool forward) {
        result.focus.node = neighbour(screen, focus, forward, speech);
    };
    switch (pressed.key) {
        case Key::Next:
            move(true);
            break;
        case Key::Previous:
            move(false);
            break;
        case Key::Left:
            move(!left_to_right);
            break;
        case Key::Right:
            move(left_to_right);
            break;
        case Key::Select:
            result.press = press_of(focused_node(screen, focus));
            break;
        case Key::Back:
            result.press = if_offered<app::press::Back>(screen);
            break;
        case Key::Help:
            result.press = if_offered<app::press::Help>(screen);
            break;
        case Key::Erase: {
            const Node* erase = find(screen, "erase");
            result.press = erase != nullptr ? press_of(erase) : if_offered<app::press::Back>(screen);
            break;
        }
        case Key::Digit:
            if (here) result.focus.typed = focus.typed;
            return on_digit(screen, result.focus, pressed.symbol);
        case Key::Letter:
            if (const Node* letter = find(screen, std::string("letter.") + pressed.symbol)) {
                result.focus.node = letter->id;
                result.typed = true;
            }
            break;
        case Key::Listen:
        case Key::Louder:
        case Key::Quieter:
            result.left = pressed.key;
            break;
    }
    return result;
}

bool KeyGuard::lets_through(const app::KeyPressed& key, base::BootTime now) {
    const bool again = last_ == key && now - at_ < kKeyPause;
    if (again) return false;
    last_ = key;
    at_ = now;
    return true;
}

}  // namespace kiosk::screens
