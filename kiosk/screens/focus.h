#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/key.h"
#include "kiosk/screens/screen.h"
#include "shared/base/clock.h"

/// A screen by keys alone: one node at a time is in focus, in reading order (EN 301 549 5.1.6; WCAG 2.1.1,
/// 2.1.2, 2.4.3). Only Select, Back, Help and a digit of the year press anything: moving never changes the
/// screen (WCAG 3.2.1).
namespace kiosk::screens {

/// Where a person's keys are. The default is nowhere.
struct Focus {
    std::string screen;
    std::string node;
    std::string typed;  ///< digits of one number so far: 2, then 7, is the 27th
    bool operator==(const Focus&) const = default;
};

/// What the keys stop at, in reading order: targets that can be pressed; with speech every node, so that
/// everything can be heard again.
std::vector<const Node*> stops_of(const Screen& screen, bool speech);

/// The node in focus, or null when it is not on this screen.
const Node* focused_node(const Screen& screen, const Focus& focus);

/// What follows from a key. `press` is what the person means, if anything.
struct Keyed {
    Focus focus;
    std::optional<app::Press> press;
    bool typed = false;            ///< a digit or a letter: what it leads to is never said aloud in the room
    std::optional<app::Key> left;  ///< Listen, Louder or Quieter: not for the screen but for the voice
};
Keyed on_key(const Screen& screen, const Focus& focus, const app::KeyPressed& key, bool speech);

inline constexpr base::BootTime kKeyPause = std::chrono::milliseconds(500);  // EN 301 549 5.8

/// Lets a key through unless the same one went down less than kKeyPause ago: hands that tremble press once.
class KeyGuard {
public:
    bool lets_through(const app::KeyPressed& key, base::BootTime now);

private:
    std::optional<app::KeyPressed> last_;
    base::BootTime at_{};
};

}  // namespace kiosk::screens
