#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/app/model.h"
#include "kiosk/input/scanner.h"
#include "kiosk/runtime/outside.h"
#include "kiosk/screens/focus.h"
#include "kiosk/screens/screen.h"
#include "kiosk/voice/narrator.h"
#include "kiosk/voice/speaker.h"
#include "kiosk/voice/speech.h"
#include "shared/domain/keyed_hash.h"

namespace kiosk::runtime {

/// While the voice speaks, the model is told so this often.
inline constexpr std::chrono::milliseconds kSpeechTold{500};

/// A whole kiosk but for its window: what it knows, what follows from events, and the outside. Used by
/// main.cpp with a window, and by tests without one. One thread.
class Runtime {
public:
    /// What the model looks like.
    using View = std::function<screens::Screen(const app::Model&)>;
    struct Parts {
        base::Clock& clock;
        base::Entropy& entropy;
        const domain::KeyedHash& keyed_hash;
        View view;
        std::string journal_path;
        journal::Options journal_options;
        std::unique_ptr<net::Https> https;
        std::function<void()> wake;                        ///< from any thread: turn() has something to do
        std::function<void(const std::string&)> on_fault;  ///< a sentence for the log
        app::Model model;                                  ///< to begin with
        voice::Speech* speech = nullptr;                   ///< none: silent
        /// The words of the displayed language; needed with speech.
        std::function<const screens::Words&(const app::Model&)> words = {};
        int volume = voice::kVolumeOrdinary;  ///< with which each visit begins
        StaffFiles staff = {};
        input::Scanner* scanner = nullptr;  ///< none: nobody can show a slip
    };
    explicit Runtime(Parts parts);

    /// A finger went down, anywhere.
    void touched();
    /// What is pressed on the present screen.
    void press(const app::Press& press);
    /// A finger goes down on the node of this id and up again. InvalidInput when the screen has no such node,
    /// or it cannot be pressed.
    base::Done press(const std::string& node_id);

    /// A key went down, on whatever device. The same one within screens::kKeyPause does nothing.
    void key(const app::KeyPressed& key);
    /// The id of the node that is spoken or else in focus; empty while there is neither.
    std::string focused();

    /// What a person now sees. Good until the next call of anything here.
    const screens::Screen& screen();
    const app::Model& model() const { return model_; }

    /// Takes in what has happened outside and lets time pass. Call it when woken, and when next_due() has
    /// come.
    void turn();
    base::BootTime next_due() const;
    /// Staff want the program to end and to be started again.
    bool restart_wanted() const { return restart_wanted_; }
    /// Turns until nothing is under way, at most so long in real time; for tests. False when it took longer.
    bool settle(std::chrono::milliseconds at_most);

private:
    void take(const app::Event& event);
    /// Somebody touched the screen or showed a slip.
    void act_without_keys();
    /// Where the keys go on from: the node being spoken, or the one in focus.
    screens::Focus from_where();
    voice::Listeners listeners() const;
    void use_voice_key(app::Key key);
    void listen_key();
    void play_sample();
    /// Says what is new, and lets no time run out while something is said.
    void speak();
    void hear_of_headset();
    void hear_of_scanner();

    base::Clock& clock_;
    base::Entropy& entropy_;
    const domain::KeyedHash& keyed_hash_;
    View view_;
    app::Model model_;
    bool screen_is_old_ = true;
    screens::Screen screen_;
    screens::Focus focus_;
    screens::KeyGuard key_guard_;
    voice::Speech* speech_;
    input::Scanner* scanner_;
    std::function<const screens::Words&(const app::Model&)> words_;
    voice::Narrator narrator_;
    int volume_at_start_;
    int volume_;
    bool typed_ = false;  ///< the focus stands where typed digits or a letter led
    bool headset_ = false;
    bool was_speaking_ = false;
    bool restart_wanted_ = false;
    std::optional<base::BootTime> speech_told_;
    std::optional<base::BootTime> wake_at_;
    Outside outside_;
};

}  // namespace kiosk::runtime
