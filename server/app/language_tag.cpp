#include "server/app/language_tag.h"

#include <algorithm>
#include <array>

namespace server::app {
namespace {

struct Named {
    std::string_view name;  ///< lower case
    std::string_view tag;
};

constexpr std::array kLanguages{
    Named{"albanian", "sq"},   Named{"amharic", "am"},    Named{"arabic", "ar"},     Named{"bengali", "bn"},
    Named{"bulgarian", "bg"},  Named{"cantonese", "yue"}, Named{"chinese", "zh"},    Named{"english", "en"},
    Named{"farsi", "fa"},      Named{"french", "fr"},     Named{"hindi", "hi"},      Named{"kurdish", "ku"},
    Named{"lithuanian", "lt"}, Named{"mandarin", "zh"},   Named{"panjabi", "pa"},    Named{"pashto", "ps"},
    Named{"persian", "fa"},    Named{"polish", "pl"},     Named{"portuguese", "pt"}, Named{"punjabi", "pa"},
    Named{"romanian", "ro"},   Named{"russian", "ru"},    Named{"somali", "so"},     Named{"sorani", "ckb"},
    Named{"spanish", "es"},    Named{"tigrinya", "ti"},   Named{"turkish", "tr"},    Named{"ukrainian", "uk"},
    Named{"urdu", "ur"},       Named{"vietnamese", "vi"}, Named{"welsh", "cy"},
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string language_tag(std::string_view name) {
    for (const Named& language : kLanguages) {
        const bool same = std::equal(name.begin(), name.end(), language.name.begin(), language.name.end(),
                                     [](char a, char b) { return lower(a) == b; });
        if (same) return std::string(language.tag);
    }
    return {};
}

}  // namespace server::app
