#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"

namespace kiosk::voice {

/// Who may hear it.
enum class Ears {
    Anybody,
    ByChoice,  ///< what belongs to one person: a headset, or the room if they chose so (EN 301 549 5.1.3.9)
    HeadsetOnly,  ///< what was typed (EN 301 549 5.1.3.8)
};

/// What is said of one node.
struct Utterance {
    std::string node;
    std::string text;
    std::string language;  ///< BCP 47; one that there is a voice for
    Ears ears = Ears::Anybody;
    bool operator==(const Utterance&) const = default;
};

/// A label as it is heard: without marks that only direct the eye, and without places still to be filled.
std::string heard(std::string label);

/// What is said of a node: its words, what it is and in which state, in the displayed language. A name in a
/// language of its own is said in that language, or by its English name where that language has no voice; so
/// is a single Latin letter on a screen in another script. What a label quotes in another language is a
/// second utterance.
std::vector<Utterance> utterances_of(const screens::Node& node, const screens::Screen& screen,
                                     const screens::Words& words);

/// The whole screen, in reading order: the heading, what it says, and what there is to press.
std::vector<Utterance> utterances_of(const screens::Screen& screen, const screens::Words& words);

/// Who is listening.
enum class Listeners { Room, RoomByChoice, Headset };
bool may_hear(Listeners listeners, Ears ears);

/// The same utterances for these listeners: in place of what they may not hear the first time a sentence that
/// something is private and how it can be heard, and then nothing.
std::vector<Utterance> for_listeners(std::vector<Utterance> all, Listeners listeners,
                                     const screens::Words& words);

}  // namespace kiosk::voice
