#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace fuzz {

/// Spoils a JSON text in one to three places; the same seed spoils in the same way on every machine.
class Mutator {
public:
    explicit Mutator(unsigned seed) : chance_(seed) {}

    std::string mutate(std::string text) {
        const std::size_t steps = 1 + below(3);
        for (std::size_t i = 0; i < steps; ++i) text = step(std::move(text));
        return text;
    }

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : chance_() % bound; }

    std::string step(std::string text) {
        static const std::vector<std::string> pieces{
            "{",   "}",    "[",    "]",   "\"",      ",",     ":",
            "-",   "1e9",  "null", "NaN", "\\u0000", "\xFF",  "0",
            "1.5", "true", "{}",   "Z",   "\\ud800", "99999", std::string(1, '\0')};
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = below(std::min<std::size_t>(text.size() - at, 24) + 1);
        switch (below(5)) {
            case 0:
                return text.insert(at, pieces[below(pieces.size())]);
            case 1:
                return text.erase(at, length);
            case 2:
                return text.insert(below(text.size() + 1), text.substr(at, length));
            case 3:
                return text.replace(at, length, pieces[below(pieces.size())]);
            default:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                return text;
        }
    }

    std::mt19937 chance_;
};

}  // namespace fuzz
