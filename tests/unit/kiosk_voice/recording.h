#pragma once

#include <string>
#include <vector>

#include "kiosk/voice/sound.h"

/// Stand-ins for what is around a Speaker. Time is what has been heard.
namespace recording {

using namespace kiosk::voice;

/// Holds kHeldMax, as a sound card does: a chunk that has no room waits until there is, and time goes on.
class Output final : public SoundOutput {
public:
    base::Done play(std::span<const std::int16_t> chunk) override {
        if (gone) return base::fail(base::ErrorKind::Unavailable, "gone");
        held_.insert(held_.end(), chunk.begin(), chunk.end());
        while (held_.size() > kHeldSamples) pass_chunk();
        return {};
    }
    void drop() override { held_.clear(); }
    bool has_headset() override { return headset; }

    /// Time goes on by a chunk; what was held is heard.
    void pass_chunk() {
        const auto count = static_cast<std::ptrdiff_t>(std::min(kChunkSamples, held_.size()));
        heard.insert(heard.end(), held_.begin(), held_.begin() + count);
        held_.erase(held_.begin(), held_.begin() + count);
    }

    static constexpr std::size_t kHeldSamples =
        kSamplesPerSecond * static_cast<std::size_t>(kHeldMax.count()) / 1000;
    Samples heard;
    bool headset = false;
    bool gone = false;

private:
    Samples held_;
};

/// Each text becomes a second of one number, which says which text it was.
class Texts final : public Synthesis {
public:
    base::Result<Samples> speak(const std::string& text, const std::string& language) override {
        if (fails) return base::fail(base::ErrorKind::Unavailable, "no voice");
        spoken.push_back(language + ": " + text);
        return Samples(kSamplesPerSecond, static_cast<std::int16_t>(1000 * spoken.size()));
    }
    std::vector<std::string> spoken;
    bool fails = false;
};

}  // namespace recording
