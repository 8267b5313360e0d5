// The corpus of reports and a fixed number of mutations of it, the same on every machine.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/mutator.h"
#include "tests/fuzz/report/check_report_csv.h"

namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 20261130;
constexpr int kMutationsOfEach = 1500;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(FuzzReports, TakeTheCorpusFilesNamedGoodAndRefuseTheOthers) {
    for (const auto& entry : fs::directory_iterator("tests/fuzz/corpus/report_csv")) {
        const bool good = entry.path().filename().string().starts_with("good");
        EXPECT_EQ(fuzz::check_report_csv(text_of(entry.path())), good) << entry.path();
    }
}

TEST(FuzzReports, HoldOnMutationsOfTheCorpus) {
    fuzz::Mutator mutator(kSeed);
    int taken = 0;
    int refused = 0;
    for (const auto& entry : fs::directory_iterator("tests/fuzz/corpus/report_csv")) {
        const std::string text = text_of(entry.path());
        for (int i = 0; i < kMutationsOfEach; ++i)
            ++(fuzz::check_report_csv(mutator.mutate(text)) ? taken : refused);
    }
    EXPECT_GT(taken, 0) << "seed " << kSeed;
    EXPECT_GT(refused, 0) << "seed " << kSeed;
}

}  // namespace
