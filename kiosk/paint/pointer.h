#pragma once

#include <optional>
#include <string>

#include "kiosk/app/press.h"
#include "kiosk/paint/layout.h"
#include "shared/base/clock.h"

namespace kiosk::paint {

/// What a contact with the glass does, in pixels of the panel.
struct Contact {
    enum class Kind { Down, Move, Up, Cancel };
    Kind kind = Kind::Down;
    float x = 0, y = 0;
    int finger = 0;  ///< only the first contact counts; others are ignored until it is gone
};

/// A press that counts: the node and what it raises.
struct Pressed {
    std::string screen;
    std::string id;
    app::Press press;
};

inline constexpr base::BootTime kRepeatPause = std::chrono::milliseconds(500);  // EN 301 549 5.8

/// Turns contacts into presses: on release inside the target where the contact began; sliding off cancels,
/// sliding back takes up again (WCAG 2.5.2). A contact that begins within kRepeatPause of the last press does
/// nothing if it is on the same target or on another screen than that press: a double tap neither presses
/// twice nor goes on through the next screen. Typing different keys of one screen is not slowed.
class Pointer {
public:
    /// `layout` is what the person sees at this moment, `now` the boot-time clock.
    std::optional<Pressed> on(const Contact& contact, const Layout& layout, base::BootTime now);

    /// The target under the finger, to be drawn pressed; empty when there is none or the finger slid off.
    const std::string& pressed_id() const { return shown_; }
    /// Whether a finger is on the glass (no time limit runs then).
    bool touching() const { return finger_.has_value(); }
    /// Forgets the contact, for instance when the screen is taken away.
    void clear();

private:
    std::optional<Pressed> release(const Contact& contact, const Layout& layout, base::BootTime now);
    bool too_soon(const std::string& screen, const std::string& id, base::BootTime now) const;

    std::optional<int> finger_;
    std::string screen_, target_, shown_;
    std::string last_screen_, last_id_;
    std::optional<base::BootTime> last_press_;
};

}  // namespace kiosk::paint
