#include "server/reception/denied_passwords.h"

#include <cctype>
#include <sstream>

#include "server/reception/render.h"
#include "shared/base/invariant.h"

namespace server::reception {
namespace {

constexpr std::size_t kLettersMin = 3;

/// A password is compared by its letters, whatever digits stand around and in it.
std::string small_letters(const std::string& line) {
    std::string letters;
    for (const char raw : line) {
        const auto c = static_cast<unsigned char>(raw);
        if (std::isalpha(c) != 0) letters += static_cast<char>(std::tolower(c));
    }
    return letters;
}

std::size_t add(std::set<std::string, std::less<>>& words, const char* file) {
    std::size_t read = 0;
    std::istringstream lines{std::string(built_in(file))};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::string letters = small_letters(line);
        if (letters.size() < kLettersMin) continue;
        words.insert(std::move(letters));
        ++read;
    }
    return read;
}

}  // namespace

std::set<std::string, std::less<>> denied_passwords() {
    std::set<std::string, std::less<>> words;
    for (const char* file : {"common-passwords.txt", "password.lst"})
        INVARIANT(add(words, file) > 0, "the program holds its lists of common passwords");
    return words;
}

}  // namespace server::reception
