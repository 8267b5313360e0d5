#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/voice/speech.h"

namespace support {

/// Ears: what the kiosk said, without a sound. It speaks until finish().
class Heard final : public kiosk::voice::Speech {
public:
    void say(std::vector<kiosk::voice::Utterance> all) override {
        state_.speaking = !all.empty();
        state_.node.clear();
        state_.paused = false;
        if (all.empty()) return;
        last.clear();
        for (const auto& one : all) {
            last += one.text + '\n';
            said.push_back(one);
        }
    }
    void pause() override {
        state_.paused = true;
        state_.speaking = false;
    }
    void go_on() override {
        state_.paused = false;
        state_.speaking = true;
    }
    void set_volume(int now) override { volume = now; }
    kiosk::voice::SpeechState state() override { return state_; }

    /// The voice has come to its end.
    void finish() { state_.speaking = false, state_.node.clear(); }
    /// The voice is at this node.
    void comes_to(const std::string& node) { state_.node = node; }
    void plug(bool headset) { state_.headset = headset; }

    std::string last;  ///< what was last begun, a line an utterance
    std::vector<kiosk::voice::Utterance> said;
    int volume = 0;

private:
    kiosk::voice::SpeechState state_;
};

}  // namespace support
