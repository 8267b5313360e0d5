#include "kiosk/voice/voice_thread.h"

#include <utility>

namespace kiosk::voice {

VoiceThread::VoiceThread(std::unique_ptr<Synthesis> synthesis, std::unique_ptr<SoundOutput> output,
                         std::function<void()> changed)
    : synthesis_(std::move(synthesis)),
      output_(std::move(output)),
      changed_(std::move(changed)),
      speaker_(*synthesis_, *output_),
      thread_([this] { run(); }) {}

VoiceThread::~VoiceThread() {
    {
        const std::lock_guard lock(mutex_);
        wishes_.end = true;
    }
    wished_.notify_one();
    thread_.join();
}

void VoiceThread::say(std::vector<Utterance> all) {
    {
        const std::lock_guard lock(mutex_);
        // From this moment on it counts as speaking: no time runs out before the first word.
        state_.speaking = !all.empty();
        state_.node.clear();
        state_.paused = false;
        wishes_.say = std::move(all);
        wishes_.pause.reset();
    }
    wished_.notify_one();
}

void VoiceThread::pause() {
    {
        const std::lock_guard lock(mutex_);
        wishes_.pause = true;
    }
    wished_.notify_one();
}

void VoiceThread::go_on() {
    {
        const std::lock_guard lock(mutex_);
        wishes_.pause = false;
    }
    wished_.notify_one();
}

void VoiceThread::set_volume(int volume) {
    {
        const std::lock_guard lock(mutex_);
        wishes_.volume = volume;
    }
    wished_.notify_one();
}

SpeechState VoiceThread::state() {
    const std::lock_guard lock(mutex_);
    return state_;
}

bool VoiceThread::obey() {
    Wishes wishes;
    {
        const std::lock_guard lock(mutex_);
        wishes = std::exchange(wishes_, {});
    }
    if (wishes.volume) speaker_.set_volume(*wishes.volume);
    if (wishes.say) speaker_.say(std::move(*wishes.say));
    if (wishes.pause) {
        if (*wishes.pause) {
            speaker_.pause();
        } else {
            speaker_.go_on();
        }
    }
    return !wishes.end;
}

void VoiceThread::tell() {
    SpeechState now;
    now.node = speaker_.node();
    now.paused = speaker_.is_paused();
    now.speaking = speaker_.is_speaking() && !now.paused;
    now.headset = output_->has_headset();
    now.works = !speaker_.is_broken();
    {
        const std::lock_guard lock(mutex_);
        // What has been asked for meanwhile is about to be said.
        if (wishes_.say) now.speaking = !wishes_.say->empty();
        if (std::exchange(state_, now) == now) return;
    }
    changed_();
}

void VoiceThread::run() {
    while (obey()) {
        const bool busy = speaker_.step();
        tell();
        if (busy) continue;
        std::unique_lock lock(mutex_);
        wished_.wait_for(lock, kHeadsetLook, [this] { return wishes_.any(); });
    }
    speaker_.stop();
}

}  // namespace kiosk::voice
