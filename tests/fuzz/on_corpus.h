#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/mutator.h"

/// What the tests of the fuzzers' decoders do with a corpus. `check` says whether a decoder took a text.
namespace fuzz {

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The files whose names begin with `good` are taken, and all others are refused.
template <class Check>
void expect_good_taken(const std::filesystem::path& folder, const Check& check) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const bool good = entry.path().filename().string().starts_with("good");
        EXPECT_EQ(check(text_of(entry.path())), good) << entry.path();
    }
}

struct Outcomes {
    int taken = 0;
    int refused = 0;
};

/// What became of so many mutations of each file.
template <class Check>
Outcomes outcomes_of_mutations(const std::filesystem::path& folder, const Check& check, unsigned seed,
                               int of_each) {
    Mutator mutator(seed);
    Outcomes outcomes;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string text = text_of(entry.path());
        for (int i = 0; i < of_each; ++i) ++(check(mutator.mutate(text)) ? outcomes.taken : outcomes.refused);
    }
    return outcomes;
}

}  // namespace fuzz
