#include "kiosk/voice/speaker.h"

#include <algorithm>
#include <utility>

namespace kiosk::voice {
namespace {

/// Between two utterances, to tell them apart by ear.
constexpr std::size_t kGapSamples = kSamplesPerSecond / 5;

/// Steps of 3 dB, as fractions of 1024, from a tenth to the whole.
constexpr int kGain[kVolumeMax + 1] = {0, 46, 64, 91, 128, 181, 256, 362, 512, 724, 1024};

}  // namespace

void Speaker::say(std::vector<Utterance> all) {
    output_.drop();
    all_ = std::move(all);
    next_ = 0;
    samples_.clear();
    at_ = 0;
    node_.clear();
    paused_ = false;
}

void Speaker::pause() {
    output_.drop();
    paused_ = is_speaking();
}

void Speaker::set_volume(int volume) {
    volume_ = std::clamp(volume, 1, kVolumeMax);
}

bool Speaker::begin_next() {
    node_.clear();
    if (next_ >= all_.size()) return false;
    const Utterance& one = all_[next_++];
    auto spoken = synthesis_.speak(one.text, one.language);
    if (!spoken) {
        fail();
        return false;
    }
    node_ = one.node;
    samples_ = std::move(*spoken);
    samples_.resize(samples_.size() + kGapSamples);
    at_ = 0;
    return true;
}

void Speaker::fail() {
    broken_ = true;
    all_.clear();
    next_ = 0;
    samples_.clear();
    at_ = 0;
    node_.clear();
}

bool Speaker::step() {
    if (paused_) return false;
    if (at_ >= samples_.size() && !begin_next()) return false;
    const std::size_t count = std::min(kChunkSamples, samples_.size() - at_);
    Samples chunk(samples_.begin() + static_cast<std::ptrdiff_t>(at_),
                  samples_.begin() + static_cast<std::ptrdiff_t>(at_ + count));
    for (std::int16_t& sample : chunk) sample = static_cast<std::int16_t>(sample * kGain[volume_] / 1024);
    at_ += count;
    if (!output_.play(chunk)) {
        fail();
        return false;
    }
    broken_ = false;
    return true;
}

}  // namespace kiosk::voice
