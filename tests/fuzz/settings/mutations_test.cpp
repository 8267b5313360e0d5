// The fuzzers' corpus of settings files and a fixed number of mutations of it, the same on every machine.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/mutator.h"
#include "tests/fuzz/settings/settings_files.h"

namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 20261127;
constexpr int kMutationsOfEach = 1500;

fs::directory_iterator corpus_of(const fuzz::SettingsFile& file) {
    return fs::directory_iterator(fs::path("tests/fuzz/corpus") / ("settings_" + std::string(file.name)));
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(FuzzSettings, EveryReaderTakesItsCorpusFilesNamedGoodAndRefusesThoseNamedBad) {
    for (const fuzz::SettingsFile& file : fuzz::settings_files()) {
        for (const auto& entry : corpus_of(file)) {
            const bool good = entry.path().filename().string().starts_with("good");
            EXPECT_EQ(file.check(text_of(entry.path())), good) << entry.path();
        }
    }
}

TEST(FuzzSettings, EveryReaderHoldsOnMutationsOfItsCorpus) {
    for (const fuzz::SettingsFile& file : fuzz::settings_files()) {
        SCOPED_TRACE(file.name);
        fuzz::Mutator mutator(kSeed);
        int taken = 0;
        int refused = 0;
        for (const auto& entry : corpus_of(file)) {
            const std::string text = text_of(entry.path());
            for (int i = 0; i < kMutationsOfEach; ++i) ++(file.check(mutator.mutate(text)) ? taken : refused);
        }
        EXPECT_GT(taken, 0) << "seed " << kSeed;
        EXPECT_GT(refused, taken) << "seed " << kSeed;
    }
}

TEST(FuzzSettings, DeepNestingIsRefusedAndNotFollowed) {
    for (const fuzz::SettingsFile& file : fuzz::settings_files()) {
        EXPECT_FALSE(file.check("a = " + std::string(200'000, '['))) << file.name;
        EXPECT_FALSE(file.check("a = " + std::string(200'000, '{'))) << file.name;
    }
}

}  // namespace
