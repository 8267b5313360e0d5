#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/app/model.h"
#include "kiosk/runtime/outside.h"
#include "kiosk/screens/focus.h"
#include "kiosk/screens/screen.h"
#include "shared/domain/keyed_hash.h"

namespace kiosk::runtime {

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
    /// The id of the node in focus; empty while nobody uses keys.
    std::string focused();

    /// What a person now sees. Good until the next call of anything here.
    const screens::Screen& screen();
    const app::Model& model() const { return model_; }

    /// Takes in what has happened outside and lets time pass. Call it when woken, and when next_due() has
    /// come.
    void turn();
    base::BootTime next_due() const;
    /// Turns until nothing is under way, at most so long in real time; for tests. False when it took longer.
    bool settle(std::chrono::milliseconds at_most);

private:
    void take(const app::Event& event);

    base::Clock& clock_;
    base::Entropy& entropy_;
    const domain::KeyedHash& keyed_hash_;
    View view_;
    app::Model model_;
    bool screen_is_old_ = true;
    screens::Screen screen_;
    screens::Focus focus_;
    screens::KeyGuard key_guard_;
    std::optional<base::BootTime> wake_at_;
    Outside outside_;
};

}  // namespace kiosk::runtime
