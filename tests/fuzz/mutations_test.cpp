// The fuzzers' corpus and a fixed number of its mutations, the same on every machine: what a decoder must do
// with any input is checked in every ordinary test run.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/fuzz/check_decoder.h"

namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 20261123;
constexpr int kMutationsOfEach = 400;

std::vector<std::string> corpus_of(const support::Decoder& decoder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(fs::path("tests/fuzz/corpus") / decoder.name)) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts{decoder.sample()};
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        texts.push_back(text.str());
    }
    return texts;
}

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

TEST(Fuzz, EveryDecoderHoldsOnItsCorpusAndOnMutationsOfIt) {
    for (const support::Decoder& decoder : support::every_decoder()) {
        SCOPED_TRACE(decoder.name);
        Mutator mutator(kSeed);
        int read = 0;
        int refused = 0;
        for (const std::string& text : corpus_of(decoder)) {
            fuzz::check_decoder(decoder, text);
            for (int i = 0; i < kMutationsOfEach; ++i) {
                ++(fuzz::check_decoder(decoder, mutator.mutate(text)) ? read : refused);
            }
        }
        EXPECT_GT(read, 0) << "no mutation was still a message: the mutations say nothing (seed " << kSeed
                           << ")";
        EXPECT_GT(refused, read) << "hardly a mutation was refused (seed " << kSeed << ")";
    }
}

TEST(Fuzz, EveryDecoderTakesItsCorpusFilesNamedGoodAndRefusesThoseNamedBad) {
    for (const support::Decoder& decoder : support::every_decoder()) {
        for (const auto& entry : fs::directory_iterator(fs::path("tests/fuzz/corpus") / decoder.name)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream text;
            text << file.rdbuf();
            const bool good = entry.path().filename().string().starts_with("good");
            EXPECT_EQ(fuzz::check_decoder(decoder, text.str()), good) << entry.path();
        }
    }
}

}  // namespace
