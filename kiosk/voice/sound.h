#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"

/// The two ports of the voice: words become sound, and sound is heard.
namespace kiosk::voice {

/// One channel, 16 bit.
inline constexpr unsigned kSamplesPerSecond = 22'050;
using Samples = std::vector<std::int16_t>;

/// So much is handed over at once.
inline constexpr std::chrono::milliseconds kChunk{20};
inline constexpr std::size_t kChunkSamples = kSamplesPerSecond * 20 / 1000;
/// An output holds no more than that which has not been heard yet.
inline constexpr std::chrono::milliseconds kHeldMax{60};

/// Where sound goes. Used by the voice's thread only.
class SoundOutput {
public:
    virtual ~SoundOutput() = default;
    /// Comes back when the output has room for it, which takes as long as is heard meanwhile. Unavailable
    /// when the device is gone; the next play() tries again.
    virtual base::Done play(std::span<const std::int16_t> chunk) = 0;
    /// What has been handed over and not been heard is never heard.
    virtual void drop() = 0;
    /// Whether a headset is plugged in, as far as it can be known.
    virtual bool has_headset() = 0;
};

/// Reads a text aloud, in a language that there is a voice for.
class Synthesis {
public:
    virtual ~Synthesis() = default;
    /// Unavailable when it cannot; takes kSynthesisMax at most.
    virtual base::Result<Samples> speak(const std::string& text, const std::string& language) = 0;
};

inline constexpr std::chrono::milliseconds kSynthesisMax{2000};
/// A text is a sentence or two: more sound than that is a fault.
inline constexpr std::size_t kUtteranceSamplesMax = std::size_t{kSamplesPerSecond} * 60;

}  // namespace kiosk::voice
