#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/screen.h"
#include "shared/base/clock.h"

namespace kiosk::screens {

/// A key of the tactile keypad, of a keyboard or of a number pad, by what it is for (docs/keys.md).
struct KeyPress {
    enum class Kind {
        Next,      ///< the target that is read next
        Previous,  ///< the one before
        Left,
        Right,
        Up,
        Down,
        Select,
        Back,
        Help,
        Erase,
        Sign,  ///< a digit, or a letter from A to Z
    };
    Kind kind = Kind::Next;
    char sign = 0;  ///< of Kind::Sign
    bool operator==(const KeyPress&) const = default;
};

inline constexpr base::BootTime kSameKeyPause = std::chrono::milliseconds(500);  // EN 301 549 5.8

/// Turns keys into a focus that goes through the targets in reading order, and into presses. Moving the focus
/// and typing never change the screen (WCAG 3.2.1, 3.2.2), and no target holds the focus fast: it goes round
/// (WCAG 2.1.2). The same key within kSameKeyPause of itself does nothing.
///
/// A new screen begins without a focus, so that a key that was meant for the one before presses nothing. A
/// screen that stays keeps it.
class Keypad {
public:
    /// `screen` is what the person sees at this moment, `now` the boot-time clock.
    std::optional<app::Press> on(const KeyPress& key, const Screen& screen, base::BootTime now);

    /// The node that Select presses; empty when there is none.
    const std::string& focused() const { return focused_; }
    /// This is what the person sees from now on.
    void follow(const Screen& screen);
    /// Somebody uses their finger instead.
    void clear();

private:
    bool too_soon(const KeyPress& key, base::BootTime now);
    void step(const Screen& screen, int by);
    void step_sideways(const Screen& screen, bool right);
    void step_row(const Screen& screen, int by);
    std::optional<app::Press> type(const Screen& screen, char sign);
    bool focus_on_sign(const Screen& screen, const std::string& sign);

    std::string screen_, focused_;
    std::string typed_;  ///< digits that brought the focus where it is
    std::optional<KeyPress> last_;
    base::BootTime last_at_{};
};

}  // namespace kiosk::screens
