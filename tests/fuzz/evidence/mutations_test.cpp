// The corpora of packs of evidence and a fixed number of mutations of them, the same on every machine.

#include <gtest/gtest.h>

#include "tests/fuzz/evidence/check_evidence.h"
#include "tests/fuzz/on_corpus.h"

namespace {

constexpr unsigned kSeed = 20261130;
constexpr int kMutationsOfEach = 400;

class FuzzEvidence : public testing::TestWithParam<std::string> {
protected:
    std::string folder() const { return "tests/fuzz/corpus/" + GetParam(); }
    static auto check() {
        return [corpus = GetParam()](const std::string& bytes) {
            return fuzz::check_evidence(corpus, bytes);
        };
    }
};

TEST_P(FuzzEvidence, TakesTheCorpusFilesNamedGoodAndRefusesTheOthers) {
    fuzz::expect_good_taken(folder(), check());
}

TEST_P(FuzzEvidence, HoldsOnMutationsOfTheCorpus) {
    const auto outcomes = fuzz::outcomes_of_mutations(folder(), check(), kSeed, kMutationsOfEach);
    EXPECT_GT(outcomes.refused, 0) << "seed " << kSeed;
}

INSTANTIATE_TEST_SUITE_P(Parts, FuzzEvidence,
                         testing::Values("evidence_pack", "evidence_chain", "evidence_record"),
                         [](const auto& part) { return part.param; });

}  // namespace
