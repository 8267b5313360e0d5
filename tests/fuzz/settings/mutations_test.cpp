// The fuzzers' corpus of settings files and a fixed number of mutations of it, the same on every machine.

#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/on_corpus.h"
#include "tests/fuzz/settings/settings_files.h"

namespace {

constexpr unsigned kSeed = 20261127;
constexpr int kMutationsOfEach = 1500;

std::string corpus_of(const fuzz::SettingsFile& file) {
    return "tests/fuzz/corpus/settings_" + std::string(file.name);
}

TEST(FuzzSettings, EveryReaderTakesItsCorpusFilesNamedGoodAndRefusesThoseNamedBad) {
    for (const fuzz::SettingsFile& file : fuzz::settings_files()) {
        fuzz::expect_good_taken(corpus_of(file), file.check);
    }
}

TEST(FuzzSettings, EveryReaderHoldsOnMutationsOfItsCorpus) {
    for (const fuzz::SettingsFile& file : fuzz::settings_files()) {
        SCOPED_TRACE(file.name);
        const auto [taken, refused] =
            fuzz::outcomes_of_mutations(corpus_of(file), file.check, kSeed, kMutationsOfEach);
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
