// The thread around the Speaker: nothing waits for it, and what it is at is known.

#include "kiosk/voice/voice_thread.h"

#include <chrono>

#include <gtest/gtest.h>

#include "tests/unit/kiosk_voice/recording.h"

namespace {

using namespace kiosk::voice;
using namespace std::chrono_literals;

class VoiceThreadTest : public testing::Test {
protected:
    VoiceThreadTest() {
        auto texts = std::make_unique<recording::Texts>();
        auto output = std::make_unique<recording::Output>();
        texts_ = texts.get();
        output_ = output.get();
        output_->headset = true;
        voice_ = std::make_unique<VoiceThread>(std::move(texts), std::move(output), [this] {
            const std::lock_guard lock(mutex_);
            changed_.notify_all();
        });
    }
    /// Until the voice is so; it says whenever it is otherwise.
    template <class Condition>
    bool until(Condition condition) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 20s, [&] { return condition(voice_->state()); });
    }

    recording::Texts* texts_ = nullptr;
    recording::Output* output_ = nullptr;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::unique_ptr<VoiceThread> voice_;
};

TEST_F(VoiceThreadTest, SpeaksFromTheMomentItIsAskedToTheLastWord) {
    ASSERT_TRUE(until([](const SpeechState& now) { return now.headset; }));
    voice_->say({{"title", "Welcome", "en", Ears::Anybody}, {"start", "Check in", "en", Ears::Anybody}});
    EXPECT_TRUE(until([](const SpeechState& now) { return !now.speaking; }));
    voice_.reset();
}

TEST_F(VoiceThreadTest, EndsInTheMiddleOfAWord) {
    voice_->say({{"title", "Welcome", "en", Ears::Anybody}});
    voice_->set_volume(kVolumeMax);
    voice_->pause();
    voice_->go_on();
    voice_->say({});
    EXPECT_TRUE(until([](const SpeechState& now) { return !now.speaking; }));
    voice_.reset();
}

}  // namespace
