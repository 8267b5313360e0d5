#include "server/reception/letters.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace server::reception {
namespace {

/// Of the characters of a name only signs of ASCII are no letters.
bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool goes_on(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// So many letters of this word, whole characters of UTF-8.
std::string first_letters(const std::string& word, std::size_t count) {
    std::size_t at = 0;
    while (at < word.size() && !is_letter(word[at])) ++at;
    std::string letters;
    for (; at < word.size() && is_letter(word[at]); ++at) {
        if (!goes_on(word[at]) && count-- == 0) break;
        letters += word[at];
    }
    return letters;
}

}  // namespace

std::string letters_of(const std::string& name, std::size_t of_first) {
    const std::size_t gap = name.rfind(' ');
    const std::string first = first_letters(name, of_first);
    const std::string last = gap == std::string::npos ? "" : first_letters(name.substr(gap + 1), 1);
    std::string letters = first.empty() ? "" : first + '.';
    if (!last.empty()) letters += (letters.empty() ? "" : " ") + last + '.';
    return letters;
}

void give_letters(std::vector<Lettered>& people) {
    for (std::size_t of_first = 1; of_first <= kLettersOfFirstMax; ++of_first) {
        std::map<std::pair<base::Instant, std::string>, int> count;
        for (const Lettered& one : people) ++count[{one.start, letters_of(one.name, of_first)}];
        for (Lettered& one : people) {
            if (of_first > 1 && !one.alike) continue;
            one.letters = letters_of(one.name, of_first);
            one.alike = count.at({one.start, one.letters}) > 1;
        }
    }
}

}  // namespace server::reception
