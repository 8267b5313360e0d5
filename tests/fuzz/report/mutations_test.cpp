// The corpus of reports and a fixed number of mutations of it, the same on every machine.

#include <gtest/gtest.h>

#include "tests/fuzz/on_corpus.h"
#include "tests/fuzz/report/check_performance_csv.h"
#include "tests/fuzz/report/check_report_csv.h"

namespace {

constexpr char kCorpus[] = "tests/fuzz/corpus/report_csv";
constexpr char kPerformanceCorpus[] = "tests/fuzz/corpus/performance_csv";
constexpr unsigned kSeed = 20261130;
constexpr int kMutationsOfEach = 1500;

TEST(FuzzReports, TakeTheCorpusFilesNamedGoodAndRefuseTheOthers) {
    fuzz::expect_good_taken(kCorpus, fuzz::check_report_csv);
}

TEST(FuzzReports, HoldOnMutationsOfTheCorpus) {
    const auto [taken, refused] =
        fuzz::outcomes_of_mutations(kCorpus, fuzz::check_report_csv, kSeed, kMutationsOfEach);
    EXPECT_GT(taken, 0) << "seed " << kSeed;
    EXPECT_GT(refused, 0) << "seed " << kSeed;
}

TEST(FuzzPerformanceReports, TakeTheCorpusFilesNamedGoodAndNotAllOfTheOthers) {
    fuzz::expect_good_taken(kPerformanceCorpus, fuzz::check_performance_csv);
}

TEST(FuzzPerformanceReports, HoldOnMutationsOfTheCorpus) {
    const auto [taken, refused] =
        fuzz::outcomes_of_mutations(kPerformanceCorpus, fuzz::check_performance_csv, kSeed, kMutationsOfEach);
    EXPECT_GT(taken, 0) << "seed " << kSeed;
    EXPECT_GT(refused, 0) << "seed " << kSeed;
}

}  // namespace
