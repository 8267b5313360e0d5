#include "tests/unit/languages/script.h"

#include <map>

namespace script {
namespace {

using languages::Script;

bool in(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Of ASCII everything but letters, and the dashes and quotation marks of print.
bool everybodys(char32_t c) {
    const bool letter = in(c, U'a', U'z') || in(c, U'A', U'Z');
    return (c < 0x80 && !letter) || in(c, 0x2010, 0x201F);
}

/// Letters beside a to z that a Latin language is written with.
const std::map<std::string_view, std::u32string_view> kLatin{
    {"en", U""},
    {"cy", U"âêîôûŵŷÂÊÎÔÛŴŶïö"},
    {"pl", U"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"},
    {"pt", U"áâãàçéêíóôõúÁÂÃÀÇÉÊÍÓÔÕÚ"},
    {"ro", U"ăâîșțĂÂÎȘȚ"},
    {"so", U""},
    {"es", U"áéíñóúüÁÉÍÑÓÚÜ¿¡"},
};

/// Letters of the Arabic script that look alike or stand on the keyboard of a neighbour, but are not of this
/// language: with them a word is misspelt, and found by no search.
const std::map<std::string_view, std::u32string_view> kNotOf{
    {"ar", U"کیگچپژڤەہےںھڵڕۆێ"},
    {"fa", U"يكىةہےںھەۆێڵڕ"},
    {"ckb", U"يكىةہےںطظثذصض"},
    {"ur", U"يكىەۆێڵڕ"},
};

bool is_arabic(char32_t c) {
    const bool digit = in(c, 0x0660, 0x0669) || in(c, 0x06F0, 0x06F9);
    return (in(c, 0x0600, 0x06FF) && !digit) || c == 0x200C;
}

bool is_han(char32_t c) {
    return in(c, 0x4E00, 0x9FFF) || in(c, 0x3001, 0x3011) || in(c, 0xFF01, 0xFF0F) || in(c, 0xFF1A, 0xFF1F);
}

bool fits(const languages::Language& language, char32_t c) {
    switch (language.script) {
        case Script::Latin:
            return in(c, U'a', U'z') || in(c, U'A', U'Z') ||
                   kLatin.at(language.tag).find(c) != std::u32string_view::npos;
        case Script::Arabic:
            return is_arabic(c) && kNotOf.at(language.tag).find(c) == std::u32string_view::npos;
        case Script::Gurmukhi:
            return (in(c, 0x0A01, 0x0A75) && !in(c, 0x0A66, 0x0A6F)) || c == 0x0964;
        case Script::Bengali:
            return (in(c, 0x0981, 0x09E3)) || c == 0x0964 || c == 0x200C;
        case Script::Han:
            return is_han(c);
    }
    return false;
}

}  // namespace

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t letter = size == 1 ? lead : lead & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
            letter = letter << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        letters += letter;
        i += size;
    }
    return letters;
}

char32_t first_stranger(const languages::Language& language, std::u32string_view text) {
    for (const char32_t c : text) {
        if (!everybodys(c) && !fits(language, c)) return c;
    }
    return 0;
}

}  // namespace script
