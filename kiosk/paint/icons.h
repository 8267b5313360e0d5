#pragma once

#include <array>
#include <string_view>

#include "kiosk/paint/palette.h"
#include "kiosk/paint/panel.h"

struct ImDrawList;

namespace kiosk::paint {

/// Every pictogram there is; a Node's `icon` is one of these names. They never stand without words (C43,
/// C29).
inline constexpr std::array<std::string_view, 42> kIcons{
    "back",     // an arrow towards the start of the line; it turns round in right-to-left screens
    "forward",  // the same the other way
    "home",     // start again
    "globe",    // languages
    "help",     // a speech bubble: speak to someone
    "person",        "people",   "tick",         "cross",      "clock",           "calendar",
    "letter",  // a letter A in a frame: first letter of a name
    "year",    // four digits' places
    "bus",     // transport
    "heart",   // health
    "caring",  // a heart held by a hand: caring for somebody
    "work",    // a briefcase
    "door",    // could not get in
    "key",           "question",
    "offline",  // a cloud with a line through it
    "saved",    // an arrow into a tray: kept here
    "desk",     // the reception desk
    "lock",     // kept private
    "undo",          "erase",
    "tools",     // out of order
    "large",     // a small letter and a large one
    "contrast",  // a disc, half light and half dark
    "easy",      // a picture beside lines of words: Easy Read
    "calm",      // a leaf
    "seat",      // somebody sitting
    "arrive",    // an arrow through a doorway
    "face_very_sad", "face_sad", "face_neutral", "face_happy", "face_very_happy",
    "chart",   // three columns, each higher than the one before
    "write",   // a pencil on its line
    "listen",  // headphones
    "slip",    // a sheet with a square code
};

bool is_icon(std::string_view name);

/// Draws the pictogram as large as fits into the box, in one colour; `behind` fills what must look cut out.
/// Does nothing for an unknown name (faults() reports those).
void draw_icon(ImDrawList& list, std::string_view name, const Rect& box, Colour colour, Colour behind,
               bool right_to_left);

}  // namespace kiosk::paint
