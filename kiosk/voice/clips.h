#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/screens/words.h"
#include "kiosk/voice/sound.h"

namespace kiosk::voice {

/// A recording of one text of a catalogue.
struct Clip {
    std::string language;  ///< BCP 47
    std::string text;      ///< what somebody says in it: the words that are shown
    std::string file;      ///< Ogg, one channel, kSamplesPerSecond, kUtteranceSamplesMax at most
    bool operator==(const Clip&) const = default;
};

struct FoundClips {
    std::vector<Clip> clips;
    std::vector<std::string> faults;  ///< which file is left out, and why
};

/// The clips of a folder, `LANGUAGE/ID.ogg` with the ids of the catalogues, such as `en/welcome.title.ogg`.
/// A folder that is not there has none. A file is left out, with a fault that names it, when it is no such
/// sound or when its text has places to fill: nobody can have said those words.
FoundClips find_clips(const std::string& folder, const std::vector<std::string>& languages,
                      const screens::AllWords& words);

/// Says with a person's voice what there is a clip of, and the rest with another.
class ClippedVoice final : public Synthesis {
public:
    ClippedVoice(std::unique_ptr<Synthesis> rest, std::vector<Clip> clips);

    /// A text that begins with a clip's words, such as those of a button before "Button", is said by the clip
    /// first and then by the other voice. A clip that cannot be read any more is said by the other voice.
    base::Result<Samples> speak(const std::string& text, const std::string& language) override;

private:
    std::unique_ptr<Synthesis> rest_;
    std::vector<Clip> clips_;  ///< longest text first
};

/// The sound of an Ogg file. Corrupt when it is none, or not one channel of 16 bits at kSamplesPerSecond, or
/// longer than kUtteranceSamplesMax.
base::Result<Samples> samples_of_ogg(const std::string& file);

}  // namespace kiosk::voice
