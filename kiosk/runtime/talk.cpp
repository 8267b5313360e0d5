// What a Runtime does with its voice.

#include <algorithm>
#include <utility>

#include "kiosk/runtime/runtime.h"

namespace kiosk::runtime {

using app::Key;

screens::Focus Runtime::from_where() {
    if (speech_ == nullptr || !model_.visit.modes.speech) return focus_;
    const std::string spoken = speech_->state().node;
    if (spoken.empty()) return focus_;
    screens::Focus there{screen().id, spoken, {}};
    if (focus_.screen == there.screen && focus_.node == there.node) there.typed = focus_.typed;
    return there;
}

voice::Listeners Runtime::listeners() const {
    if (model_.headset) return voice::Listeners::Headset;
    return model_.visit.private_aloud ? voice::Listeners::RoomByChoice : voice::Listeners::Room;
}

void Runtime::listen_key() {
    if (!model_.visit.modes.speech) return press(app::press::Toggle{app::Mode::Speech});
    const voice::SpeechState state = speech_->state();
    if (state.paused) return speech_->go_on();
    if (state.speaking) return speech_->pause();
    speech_->say(narrator_.again(words_(model_)));
}

void Runtime::use_voice_key(Key key) {
    if (speech_ == nullptr) return;
    if (key == Key::Listen) return listen_key();
    volume_ = std::clamp(volume_ + (key == Key::Louder ? 1 : -1), 1, voice::kVolumeMax);
    speech_->set_volume(volume_);
}

void Runtime::hear_of_headset() {
    if (speech_ == nullptr) return;
    const bool headset = speech_->state().headset;
    if (std::exchange(headset_, headset) == headset) return;
    // What only one person was to hear must not go on in the room.
    if (!headset) speech_->say({});
    if (headset) {
        take(app::event::HeadsetIn{});
    } else {
        take(app::event::HeadsetOut{});
    }
}

void Runtime::play_sample() {
    if (speech_ == nullptr) return;
    const screens::Words& words = words_(model_);
    speech_->say({voice::Utterance{"", words.text("speech.sample"), words.language(), voice::Ears::Anybody}});
}

void Runtime::speak() {
    if (speech_ == nullptr) return;
    if (!model_.visit.first_touch && std::exchange(volume_, volume_at_start_) != volume_at_start_) {
        speech_->set_volume(volume_);
    }
    const screens::Screen& now = screen();
    const screens::Node* focused = focused_node(now, focus_);
    auto said =
        narrator_.on(now, {focused != nullptr ? focused->id : "", typed_}, listeners(), words_(model_));
    if (said) speech_->say(std::move(*said));
    const bool speaking = speech_->state().speaking;
    if (!speaking && !was_speaking_) return speech_told_.reset();
    was_speaking_ = speaking;
    const base::BootTime at = clock_.boot_time();
    if (speaking && speech_told_ && at < *speech_told_ + kSpeechTold) return;
    speech_told_ = at;
    take(app::event::SpeechGoesOn{});
}

}  // namespace kiosk::runtime
