#include "kiosk/app/keyboard.h"

#include <algorithm>
#include <array>

namespace kiosk::app {
namespace {

struct OtherKeys {
    std::string_view language;
    std::u32string_view keys;
};

// Marks as each language's own spelling has them, then the signs of any sentence, then digits.
constexpr std::array kOtherKeys{
    OtherKeys{"en", U".,?!'-0123456789"},          OtherKeys{"cy", U"âêîôûŵŷ.,?!'-0123456789"},
    OtherKeys{"pl", U"ąćęłńóśźż.,?!'-0123456789"}, OtherKeys{"pt", U"áâãàçéêíóôõú.,?!'-0123456789"},
    OtherKeys{"ro", U"ăâîșț.,?!'-0123456789"},     OtherKeys{"so", U".,?!'-0123456789"},
    OtherKeys{"es", U"áéíñóúü¿¡.,?!'-0123456789"},
};

const OtherKeys* find(std::string_view language) {
    const auto found = std::find_if(kOtherKeys.begin(), kOtherKeys.end(),
                                    [&](const OtherKeys& one) { return one.language == language; });
    return found == kOtherKeys.end() ? nullptr : &*found;
}

}  // namespace

bool has_keyboard(std::string_view language) {
    return find(language) != nullptr;
}

std::u32string_view letters_of_keyboard() {
    return U"abcdefghijklmnopqrstuvwxyz";
}

std::u32string_view other_keys(std::string_view language) {
    const OtherKeys* keys = find(language);
    return keys == nullptr ? std::u32string_view() : keys->keys;
}

bool has_key(std::string_view language, char32_t letter) {
    const OtherKeys* keys = find(language);
    if (keys == nullptr) return false;
    return letter == U' ' || letters_of_keyboard().find(letter) != std::u32string_view::npos ||
           keys->keys.find(letter) != std::u32string_view::npos;
}

}  // namespace kiosk::app
