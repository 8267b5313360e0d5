#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

/// A dot for each digit, and none says which.
std::string dots(std::size_t count) {
    std::string shown;
    for (std::size_t i = 0; i < count; ++i) shown += "\u2022";
    return shown.empty() ? "_" : shown;
}

/// Not said aloud, neither when the keys come to it nor when it is pressed (checklist C08).
Node digit(unsigned number) {
    const std::string label = std::to_string(number);
    Node node = key("digit." + label, label, app::press::Digit{number});
    node.is_private = true;
    node.is_typed = true;
    return node;
}

Block number_pad(const Words& words, const app::Corner& corner) {
    const bool waits = corner.checking != 0;
    Block pad;
    pad.columns = 3;
    pad.left_to_right = true;
    for (unsigned number = 1; number <= 9; ++number) pad.nodes.push_back(digit(number));
    Node erase = key("erase", words.text("year.erase"), app::press::Erase{});
    erase.icon = "erase";
    erase.enabled = !waits && !corner.pin.empty();
    pad.nodes.push_back(std::move(erase));
    pad.nodes.push_back(digit(0));
    Node next = key("next", words.text("button.next"), app::press::Continue{});
    next.emphasis = Emphasis::Primary;
    next.enabled = !waits && corner.pin.size() >= app::kPinDigitsMin;
    pad.nodes.push_back(std::move(next));
    return pad;
}

const char* what_to_do(const app::Corner& corner) {
    if (corner.not_kept) return "staff.pin_shut";
    return corner.refused ? "staff.pin_again" : "staff.pin_text";
}

}  // namespace

/// The staff's number, on the screen or by keys.
Screen staff_pin(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_pin", Bar::WithStartAgain);
    screen.picture = "lock";
    if (!scene.visit().corner) return screen;
    const app::Corner& corner = *scene.visit().corner;
    screen.sentence = what_to_do(corner);
    Block above = block({title(words.text("staff.pin_title"))});
    const std::string words_to_do = words.text(screen.sentence);
    above.nodes.push_back(corner.refused ? text("check", words_to_do, "question")
                                         : note("note", words_to_do));
    above.nodes.push_back(value("typed", words.text("staff.pin_typed", {dots(corner.pin.size())})));
    screen.body.push_back(std::move(above));
    screen.body.push_back(number_pad(words, corner));
    return screen;
}

/// Too many wrong numbers.
Screen staff_locked(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_locked", Bar::HelpOnly);
    screen.picture = "lock";
    const unsigned minutes = scene.visit().corner ? scene.visit().corner->minutes_left : 0;
    screen.body.push_back(block({title(words.text("staff.locked")),
                                 value("minutes", words.text("staff.minutes", {std::to_string(minutes)}))}));
    screen.body.push_back(block({done(scene)}));
    return screen;
}

}  // namespace kiosk::screens
