#pragma once

#include <memory>
#include <string>

#include "kiosk/voice/sound.h"

namespace kiosk::voice {

/// How an output knows of a headset.
struct HeadsetSource {
    bool always = false;  ///< a handset that is always there
    std::string jack;     ///< ALSA card with a control "Headphone Jack", such as `hw:0`; empty: none
};

/// A device of ALSA, such as `default`. Unavailable, with what ALSA says, when it cannot be opened.
base::Result<std::unique_ptr<SoundOutput>> alsa_output(const std::string& device, HeadsetSource headset);

/// Everything that was played, in a WAV file that is whole once the output is gone. It plays in no time.
base::Result<std::unique_ptr<SoundOutput>> file_output(const std::string& path, HeadsetSource headset);

}  // namespace kiosk::voice
