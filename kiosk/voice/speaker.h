#pragma once

#include <string>
#include <vector>

#include "kiosk/voice/sound.h"
#include "kiosk/voice/utterance.h"

namespace kiosk::voice {

inline constexpr int kVolumeMax = 10;
inline constexpr int kVolumeOrdinary = 6;

/// Says utterances one after the other, a chunk a step, so that whatever comes between stops it within
/// kChunk + kHeldMax (EN 301 549 5.1.3.5). One thread.
class Speaker {
public:
    Speaker(Synthesis& synthesis, SoundOutput& output) : synthesis_(synthesis), output_(output) {}

    /// These, in place of whatever is being said.
    void say(std::vector<Utterance> all);
    void stop() { say({}); }
    void pause();
    void go_on() { paused_ = false; }
    /// 1 to kVolumeMax; others are brought there. Never silent: silence is stop().
    void set_volume(int volume);

    /// The next chunk, at most. False when there is nothing to say now.
    bool step();

    /// The node being spoken, or empty.
    const std::string& node() const { return node_; }
    bool is_speaking() const { return next_ < all_.size() || at_ < samples_.size(); }
    bool is_paused() const { return paused_; }
    int volume() const { return volume_; }
    /// Whether the last attempt to make or play sound failed.
    bool is_broken() const { return broken_; }

private:
    bool begin_next();
    void fail();

    Synthesis& synthesis_;
    SoundOutput& output_;
    std::vector<Utterance> all_;
    std::size_t next_ = 0;  ///< the utterance after the one that samples_ are of
    Samples samples_;
    std::size_t at_ = 0;
    std::string node_;
    bool paused_ = false;
    bool broken_ = false;
    int volume_ = kVolumeOrdinary;
};

}  // namespace kiosk::voice
