// The corpus of forms and a fixed number of mutations of it, the same on every machine.

#include <gtest/gtest.h>

#include "tests/fuzz/on_corpus.h"
#include "tests/fuzz/reception/check_form.h"

namespace {

constexpr char kCorpus[] = "tests/fuzz/corpus/form";
constexpr unsigned kSeed = 20261127;
constexpr int kMutationsOfEach = 1500;

TEST(FuzzForms, TakeTheCorpusFilesNamedGoodAndRefuseTheOthers) {
    fuzz::expect_good_taken(kCorpus, fuzz::check_form);
}

TEST(FuzzForms, HoldOnMutationsOfTheCorpus) {
    const auto [taken, refused] =
        fuzz::outcomes_of_mutations(kCorpus, fuzz::check_form, kSeed, kMutationsOfEach);
    EXPECT_GT(taken, 0) << "seed " << kSeed;
    EXPECT_GT(refused, 0) << "seed " << kSeed;
}

}  // namespace
