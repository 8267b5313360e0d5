// The fuzzers' corpus and a fixed number of its mutations, the same on every machine: what a decoder must do
// with any input is checked in every ordinary test run.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/fuzz/check_decoder.h"
#include "tests/fuzz/mutator.h"

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

TEST(Fuzz, EveryDecoderHoldsOnItsCorpusAndOnMutationsOfIt) {
    for (const support::Decoder& decoder : support::every_decoder()) {
        SCOPED_TRACE(decoder.name);
        fuzz::Mutator mutator(kSeed);
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
