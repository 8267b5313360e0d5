// The fuzzer's corpus and a fixed number of its mutations, the same on every machine.

#include "tests/fuzz/csv_drop/batch_answer.h"
#include "tests/fuzz/on_corpus.h"

namespace {

constexpr unsigned kSeed = 20261130;
constexpr int kMutationsOfEach = 2000;
constexpr const char* kCorpus = "tests/fuzz/corpus/batch_answer";

TEST(FuzzBatchAnswer, TakesItsCorpusFilesNamedGoodAndRefusesThoseNamedBad) {
    fuzz::expect_good_taken(kCorpus, fuzz::check_batch_answer);
}

TEST(FuzzBatchAnswer, HoldsOnMutationsOfItsCorpus) {
    const auto outcomes =
        fuzz::outcomes_of_mutations(kCorpus, fuzz::check_batch_answer, kSeed, kMutationsOfEach);
    EXPECT_GT(outcomes.taken, 0) << "seed " << kSeed;
    EXPECT_GT(outcomes.refused, outcomes.taken) << "seed " << kSeed;
}

}  // namespace
