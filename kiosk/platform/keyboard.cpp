#include "kiosk/platform/keyboard.h"

#include <GLFW/glfw3.h>

namespace kiosk::platform {
namespace {

using app::Key;

/// docs/speech-and-keys.md has the same table.
std::optional<Key> meaning_of(int key, bool shift) {
    switch (key) {
        case GLFW_KEY_TAB:
            return shift ? Key::Previous : Key::Next;
        case GLFW_KEY_DOWN:
        case GLFW_KEY_KP_ADD:
            return Key::Next;
        case GLFW_KEY_UP:
        case GLFW_KEY_KP_SUBTRACT:
            return Key::Previous;
        case GLFW_KEY_LEFT:
            return Key::Left;
        case GLFW_KEY_RIGHT:
            return Key::Right;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
        case GLFW_KEY_SPACE:
            return Key::Select;
        case GLFW_KEY_ESCAPE:
        case GLFW_KEY_KP_DECIMAL:
            return Key::Back;
        case GLFW_KEY_F1:
        case GLFW_KEY_KP_DIVIDE:
            return Key::Help;
        case GLFW_KEY_F2:
        case GLFW_KEY_KP_MULTIPLY:
            return Key::Listen;
        case GLFW_KEY_PAGE_UP:
            return Key::Louder;
        case GLFW_KEY_PAGE_DOWN:
            return Key::Quieter;
        case GLFW_KEY_BACKSPACE:
            return Key::Erase;
        default:
            return std::nullopt;
    }
}

char symbol(char first, int offset) {
    return static_cast<char>(first + offset);
}

}  // namespace

std::optional<app::KeyPressed> key_of(int key, int mods) {
    if ((mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0) return std::nullopt;
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9)
        return app::KeyPressed{Key::Digit, symbol('0', key - GLFW_KEY_0)};
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) {
        return app::KeyPressed{Key::Digit, symbol('0', key - GLFW_KEY_KP_0)};
    }
    if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z)
        return app::KeyPressed{Key::Letter, symbol('A', key - GLFW_KEY_A)};
    const auto meaning = meaning_of(key, (mods & GLFW_MOD_SHIFT) != 0);
    if (!meaning) return std::nullopt;
    return app::KeyPressed{*meaning, 0};
}

}  // namespace kiosk::platform
