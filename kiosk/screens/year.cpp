#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {

namespace {

constexpr std::size_t kYearDigits = 4;

/// `1 9 _ _`: a place for each number that is still to come.
std::string places(const std::string& typed) {
    std::string shown;
    for (std::size_t i = 0; i < kYearDigits; ++i) {
        if (i > 0) shown += ' ';
        shown += i < typed.size() ? typed[i] : '_';
    }
    return shown;
}

Node digit(unsigned number) {
    const std::string label = std::to_string(number);
    return key("digit." + label, label, app::press::Digit{number});
}

}  // namespace

Screen year(const Scene& scene) {
    const Words& words = scene.words;
    const app::Visit& visit = scene.visit();
    const std::string& typed = visit.typed.year;
    const bool complete = app::year_is_complete(visit.typed);
    Screen screen = empty_screen(scene, "year", Bar::Whole);
    const bool impossible = typed.size() == kYearDigits && !complete;
    screen.sentence = impossible ? "year.check" : "year.title";
    screen.picture = "year";
    Block above = block({title(words.text("year.title"))});
    if (visit.asked_other) above.nodes.push_back(text("more", words.text("more.note")));
    above.nodes.push_back(impossible ? text("check", words.text("year.check"), "question")
                                     : note("note", words.text("year.note")));
    above.nodes.push_back(value("typed", words.text("year.value", {places(typed)})));
    screen.body.push_back(std::move(above));
    Block digits;
    digits.columns = 3;
    digits.left_to_right = true;
    for (unsigned number = 1; number <= 9; ++number) digits.nodes.push_back(digit(number));
    Node erase = key("erase", words.text("year.erase"), app::press::Erase{});
    erase.icon = "erase";
    erase.enabled = !typed.empty();
    digits.nodes.push_back(std::move(erase));
    digits.nodes.push_back(digit(0));
    Node next = key("next", words.text("button.next"), app::press::Continue{});
    next.emphasis = Emphasis::Primary;
    next.enabled = complete;
    digits.nodes.push_back(std::move(next));
    screen.body.push_back(std::move(digits));
    return screen;
}

}  // namespace kiosk::screens
