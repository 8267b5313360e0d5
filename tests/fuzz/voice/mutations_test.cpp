// The corpus of sounds and a fixed number of mutations of it, the same on every machine.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/fuzz/mutator.h"
#include "tests/fuzz/voice/check_wav.h"

namespace {

constexpr unsigned kSeed = 20261127;
constexpr int kMutationsOfEach = 2000;

TEST(FuzzWav, ReaderTakesItsCorpusFilesNamedGoodAndHoldsOnMutationsOfAll) {
    fuzz::Mutator mutator(kSeed);
    int taken = 0;
    int refused = 0;
    for (const auto& entry : std::filesystem::directory_iterator("tests/fuzz/corpus/wav")) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        const bool good = entry.path().filename().string().starts_with("good");
        EXPECT_EQ(fuzz::check_wav(bytes.str()), good) << entry.path();
        for (int i = 0; i < kMutationsOfEach; ++i) {
            ++(fuzz::check_wav(mutator.mutate(bytes.str())) ? taken : refused);
        }
    }
    EXPECT_GT(taken, 0) << "seed " << kSeed;
    EXPECT_GT(refused, 0) << "seed " << kSeed;
}

}  // namespace
