#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/voice/sound.h"

namespace kiosk::voice {

/// Words per minute.
inline constexpr int kRateOrdinary = 150;

/// espeak-ng as a child process, one for each utterance: the text goes to its standard input, never on its
/// command line, and the sound comes from its standard output (docs/adr/0008-espeak-ng-as-a-child.md).
class Espeak final : public Synthesis {
public:
    /// `program` is a path or a name to be found; Unavailable when it cannot be run.
    static base::Result<std::unique_ptr<Espeak>> start(const std::string& program, int words_per_minute);

    base::Result<Samples> speak(const std::string& text, const std::string& language) override;

private:
    Espeak(std::string program, int words_per_minute)
        : program_(std::move(program)), words_per_minute_(words_per_minute) {}
    const std::string program_;
    const int words_per_minute_;
};

/// The samples of a WAV file as espeak-ng writes it: one channel, 16 bit, kSamplesPerSecond; the lengths in
/// its header are not believed. Corrupt for anything else.
base::Result<Samples> samples_of_wav(const std::string& bytes);
/// A WAV file of these samples.
std::string wav_of(const Samples& samples);

}  // namespace kiosk::voice
