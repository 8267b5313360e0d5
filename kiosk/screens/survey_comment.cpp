#include <utility>

#include "kiosk/app/keyboard.h"
#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

/// So many of the last letters are shown, so that what is typed stays on one line or two.
constexpr std::size_t kShownLetters = 40;
constexpr std::size_t kShownLettersFew = 16;  ///< where letters are large

std::string utf8(char32_t letter) {
    std::string out;
    if (letter < 0x80) return {static_cast<char>(letter)};
    const auto byte = [&](char32_t bits) {
        out += static_cast<char>(static_cast<unsigned char>(bits));
    };
    if (letter < 0x800) {
        byte(0xC0 | letter >> 6);
    } else {
        byte(0xE0 | letter >> 12);
        byte(0x80 | (letter >> 6 & 0x3F));
    }
    byte(0x80 | (letter & 0x3F));
    return out;
}

/// The end of it, by whole letters.
std::string last_of(const std::string& text, std::size_t most) {
    std::size_t letters = 0;
    for (std::size_t at = text.size(); at > 0; --at) {
        const bool begins = (static_cast<unsigned char>(text[at - 1]) & 0xC0U) != 0x80U;
        if (begins && ++letters == most) return at == 1 ? text : "… " + text.substr(at - 1);
    }
    return text;
}

std::string id_of(char32_t letter) {
    return "type." + std::to_string(static_cast<unsigned long>(letter));
}

Block letters(const Scene& scene, const app::Asking& asking) {
    Block keys;
    keys.columns = 6;
    keys.left_to_right = true;
    const auto letters =
        asking.other_keys ? app::other_keys(scene.words.language()) : app::letters_of_keyboard();
    for (const char32_t letter : letters) {
        keys.nodes.push_back(key(id_of(letter), utf8(letter), app::press::Type{letter}));
    }
    return keys;
}

Block controls(const Scene& scene, const app::Asking& asking) {
    const Words& words = scene.words;
    Node erase = key("erase", words.text("year.erase"), app::press::Erase{});
    erase.enabled = !asking.comment.empty();
    const char* on = scene.visit().modes.short_words() ? "easy.ok" : "button.next";
    Node next = key("next", words.text(asking.comment.empty() ? "survey.skip" : on), app::press::Continue{});
    next.emphasis = Emphasis::Primary;
    Block controls;
    controls.columns = 4;
    controls.nodes = {key("other", asking.other_keys ? "ABC" : "123", app::press::OtherKeys{}),
                      key("space", words.text("comment.space"), app::press::Type{U' '}), std::move(erase),
                      std::move(next)};
    return controls;
}

}  // namespace

/// The person's own words, by the keyboard on the screen; where the language has none, by a person.
Screen survey_comment(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "survey_comment", Bar::Whole);
    screen.picture = "write";
    if (!scene.visit().asking) return screen;
    const app::Asking& asking = *scene.visit().asking;
    if (!app::has_keyboard(words.language())) {
        screen.body.push_back(
            block({title(words.text("comment.title")), text("leave", words.text("easy.reception"), "desk")}));
        screen.body.push_back(block({button("go_on", words.text("button.next"), "forward",
                                            app::press::Continue{}, Emphasis::Primary)}));
        return screen;
    }
    screen.sentence = "comment.title";
    const bool few = scene.visit().modes.short_words();
    const std::string typed = last_of(asking.comment, few ? kShownLettersFew : kShownLetters) + "_";
    screen.body.push_back(block({title(words.text("comment.title")),
                                 value("typed", few ? typed : words.text("comment.typed", {typed}))}));
    screen.body.push_back(letters(scene, asking));
    screen.body.push_back(controls(scene, asking));
    return screen;
}

}  // namespace kiosk::screens
