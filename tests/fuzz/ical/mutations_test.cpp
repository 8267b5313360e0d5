// The corpus of calendars and a fixed number of mutations of it, the same on every machine.

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/fuzz/ical/check_calendar.h"
#include "tests/fuzz/on_corpus.h"

namespace {

namespace fs = std::filesystem;

constexpr char kCorpus[] = "tests/fuzz/corpus/ical";
constexpr unsigned kSeed = 20261130;
constexpr int kMutationsOfEach = 400;

std::vector<fs::path> corpus() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(kCorpus)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// Puts a line of one calendar in the place of a line of another: nearer to a calendar than single signs are.
std::string mixed(const std::string& text, const std::string& other, std::mt19937& chance) {
    const auto lines_of = [](const std::string& of) {
        std::vector<std::string> lines;
        std::istringstream in(of);
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        return lines;
    };
    std::vector<std::string> lines = lines_of(text);
    const std::vector<std::string> others = lines_of(other);
    if (!lines.empty() && !others.empty()) lines[chance() % lines.size()] = others[chance() % others.size()];
    std::string joined;
    for (const std::string& line : lines) joined += line + '\n';
    return joined;
}

TEST(FuzzCalendars, TakeTheCorpusFilesNamedGoodAndRefuseTheOthers) {
    fuzz::expect_good_taken(kCorpus, fuzz::check_calendar);
}

TEST(FuzzCalendars, HoldOnMutationsOfTheCorpus) {
    fuzz::Mutator mutator(kSeed);
    std::mt19937 chance(kSeed);
    int taken = 0;
    int refused = 0;
    const auto paths = corpus();
    for (const fs::path& path : paths) {
        const std::string text = fuzz::text_of(path);
        for (int i = 0; i < kMutationsOfEach; ++i) {
            const std::string other = fuzz::text_of(paths[chance() % paths.size()]);
            ++(fuzz::check_calendar(mutator.mutate(text)) ? taken : refused);
            ++(fuzz::check_calendar(mixed(text, other, chance)) ? taken : refused);
        }
    }
    EXPECT_GT(taken, 0) << "seed " << kSeed;
    EXPECT_GT(refused, taken) << "seed " << kSeed;
}

}  // namespace
