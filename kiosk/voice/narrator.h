#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/voice/utterance.h"

namespace kiosk::voice {

/// The node the keys are at. Where typed digits led to says what was typed, which the room must not hear.
struct At {
    std::string node;
    bool typed = false;
};

/// Decides what is said when, from what is shown and where the keys are. Pure.
class Narrator {
public:
    /// What is to be said now, in place of whatever is being said; none: nothing new, go on. Empty: silence.
    ///  - a screen that was not there before: all of it
    ///  - the same screen with other words: what has changed, but for seconds that count down
    ///  - another node in focus: that node
    std::optional<std::vector<Utterance>> on(const screens::Screen& screen, const At& at, Listeners listeners,
                                             const screens::Words& words);
    /// The same once more: the node in focus, or the whole screen.
    std::vector<Utterance> again(const screens::Words& words) const;

private:
    std::optional<screens::Screen> said_;
    At at_;
    Listeners listeners_ = Listeners::Room;
};

}  // namespace kiosk::voice
