#pragma once

#include <string>
#include <vector>

namespace kiosk::text {

/// A font file; of a collection only the one face that is wanted, because reading all of them takes long.
struct FontFile {
    std::string path;
    int face = 0;
};

/// What a language is written with, where the first families do not have its letters or not in its way.
struct Script {
    std::string language;  ///< BCP 47
    std::string family;
    float size = 1;   ///< times the size of Latin letters, where those of the same size are harder to read
    float line = 1;   ///< from line to line, times what the font asks for
    float above = 1;  ///< share of the room that is saved so which is taken from above the first line
};

/// The font files a kiosk draws with, and no others: what a machine happens to have installed changes
/// nothing.
struct FontList {
    std::vector<std::string> families{"Noto Sans"};  ///< asked for first, in this order
    std::vector<Script> scripts;                     ///< asked for next, in texts of that language
    std::vector<FontFile> core;                      ///< opened at the start, all must be there
    std::vector<FontFile> more;  ///< opened when a letter is missing; those not there are skipped
};

/// Noto fonts where Debian's `fonts-noto-core`, `fonts-noto-extra` (the semi-bold faces) and `fonts-noto-cjk`
/// put them.
FontList default_fonts();

}  // namespace kiosk::text
