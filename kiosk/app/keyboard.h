#pragma once

#include <string>
#include <string_view>

/// The keyboard on the screen, for a comment in one's own words. Small letters; nobody judges spelling.
namespace kiosk::app {

/// Whether comments can be written in this language here: one in Latin letters. In the others a comment is
/// left to a person.
bool has_keyboard(std::string_view language);

/// The letters from A to Z and the space, in the order of the alphabet: the order that everybody learns, and
/// six columns of it fit beside one another where ten of a typewriter's would be too small for a finger
/// (checklist C27).
std::u32string_view letters_of_keyboard();
/// The letters with marks of this language, digits and signs.
std::u32string_view other_keys(std::string_view language);

/// Whether the keyboard of this language has this letter.
bool has_key(std::string_view language, char32_t letter);

}  // namespace kiosk::app
