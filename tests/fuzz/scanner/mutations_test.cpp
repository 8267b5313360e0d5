// The fuzzers' corpus of what a scanner types and a fixed number of mutations of it, the same on every
// machine.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/mutator.h"
#include "tests/fuzz/scanner/scanner_input.h"

namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 20261127;
constexpr int kMutationsOfEach = 1500;

fs::directory_iterator corpus_of(const fuzz::ScannerInput& input) {
    return fs::directory_iterator(fs::path("tests/fuzz/corpus") / input.name);
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(FuzzScanner, TakesItsCorpusFilesNamedGoodAndRefusesThoseNamedBad) {
    for (const fuzz::ScannerInput& input : fuzz::scanner_inputs()) {
        for (const auto& entry : corpus_of(input)) {
            const bool good = entry.path().filename().string().starts_with("good");
            EXPECT_EQ(input.check(bytes_of(entry.path())), good) << entry.path();
        }
    }
}

TEST(FuzzScanner, HoldsOnMutationsOfItsCorpus) {
    for (const fuzz::ScannerInput& input : fuzz::scanner_inputs()) {
        SCOPED_TRACE(input.name);
        fuzz::Mutator mutator(kSeed);
        int refused = 0;
        for (const auto& entry : corpus_of(input)) {
            const std::string bytes = bytes_of(entry.path());
            for (int i = 0; i < kMutationsOfEach; ++i) refused += input.check(mutator.mutate(bytes)) ? 0 : 1;
        }
        EXPECT_GT(refused, 0) << "seed " << kSeed;
    }
}

}  // namespace
