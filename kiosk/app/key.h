#pragma once

namespace kiosk::app {

/// What a key means, whatever device it is on: a tactile keypad, a keyboard or a number pad
/// (docs/speech-and-keys.md). A device gives one for each time a key goes down, and none while it is held.
enum class Key {
    Next,      ///< on in reading order
    Previous,  ///< back in reading order
    Left,      ///< one of the two above, as the language runs
    Right,
    Select,  ///< press what is in focus
    Back,
    Help,
    Listen,  ///< speech on; then pause, and go on or repeat
    Louder,
    Quieter,
    Erase,   ///< take the last digit away
    Digit,   ///< 0-9
    Letter,  ///< A-Z
};

struct KeyPressed {
    Key key = Key::Next;
    char symbol = 0;  ///< of a Digit or a Letter
    bool operator==(const KeyPressed&) const = default;
};

}  // namespace kiosk::app
