#include "kiosk/key_names.h"

namespace kiosk {

screens::KeyPress key_press_of(const platform::Key& key) {
    using Name = platform::Key::Name;
    using Kind = screens::KeyPress::Kind;
    switch (key.name) {
        case Name::Left:
            return {Kind::Left, 0};
        case Name::Right:
            return {Kind::Right, 0};
        case Name::Up:
            return {Kind::Up, 0};
        case Name::Down:
            return {Kind::Down, 0};
        case Name::Tab:
        case Name::Plus:
            return {Kind::Next, 0};
        case Name::BackTab:
        case Name::Minus:
            return {Kind::Previous, 0};
        case Name::Enter:
            return {Kind::Select, 0};
        case Name::Escape:
            return {Kind::Back, 0};
        case Name::Backspace:
        case Name::Point:
            return {Kind::Erase, 0};
        case Name::F1:
        case Name::Slash:
            return {Kind::Help, 0};
        case Name::Sign:
            return {Kind::Sign, key.sign};
    }
    return {};
}

}  // namespace kiosk
