#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/voice/speaker.h"
#include "kiosk/voice/speech.h"

namespace kiosk::voice {

/// Speech on a thread of its own. What is asked for and not begun yet is one thing of each kind at most: a
/// later say() takes the place of an earlier one.
class VoiceThread final : public Speech {
public:
    /// `changed` is called, from the thread, when state() has become another.
    VoiceThread(std::unique_ptr<Synthesis> synthesis, std::unique_ptr<SoundOutput> output,
                std::function<void()> changed);
    ~VoiceThread() override;
    VoiceThread(const VoiceThread&) = delete;
    VoiceThread& operator=(const VoiceThread&) = delete;

    void say(std::vector<Utterance> all) override;
    void pause() override;
    void go_on() override;
    void set_volume(int volume) override;
    SpeechState state() override;

private:
    struct Wishes {
        std::optional<std::vector<Utterance>> say;
        std::optional<bool> pause;
        std::optional<int> volume;
        bool end = false;
        bool any() const { return say || pause || volume || end; }
    };
    void run();
    bool obey();
    void tell();

    const std::unique_ptr<Synthesis> synthesis_;
    const std::unique_ptr<SoundOutput> output_;
    const std::function<void()> changed_;
    std::mutex mutex_;
    std::condition_variable wished_;
    Wishes wishes_;
    SpeechState state_;
    Speaker speaker_;  ///< the thread's own
    std::thread thread_;
};

/// With nothing to say the thread looks this often whether a headset was plugged in.
inline constexpr std::chrono::milliseconds kHeadsetLook{1000};

}  // namespace kiosk::voice
