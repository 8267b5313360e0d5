#pragma once

#include <string>
#include <vector>

#include "kiosk/voice/utterance.h"

namespace kiosk::voice {

/// What the voice is at, as the UI sees it.
struct SpeechState {
    std::string node;       ///< being spoken, or empty
    bool speaking = false;  ///< something is said or still to be said, and not paused
    bool paused = false;
    bool headset = false;
    bool works = true;
    bool operator==(const SpeechState&) const = default;
};

/// The voice as the UI uses it. No call waits.
class Speech {
public:
    virtual ~Speech() = default;
    /// These, in place of whatever is being said; nothing: silence.
    virtual void say(std::vector<Utterance> all) = 0;
    virtual void pause() = 0;
    virtual void go_on() = 0;
    virtual void set_volume(int volume) = 0;
    virtual SpeechState state() = 0;
};

}  // namespace kiosk::voice
