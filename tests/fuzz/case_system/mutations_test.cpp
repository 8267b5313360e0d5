// The fuzzers' corpus, good answers of the case system and a fixed number of their mutations, the same on
// every machine.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "shared/base/log.h"
#include "tests/fuzz/case_system/answer_decoders.h"
#include "tests/fuzz/mutator.h"

namespace {

constexpr unsigned kSeed = 20261122;
constexpr int kMutationsOfEach = 3000;

TEST(FuzzAnswers, EveryDecoderHoldsOnMutationsOfAGoodAnswer) {
    base::log::set_sink([](std::string_view) {});
    for (const fuzz::AnswerDecoder& decoder : fuzz::answer_decoders()) {
        SCOPED_TRACE(decoder.name);
        EXPECT_TRUE(decoder.check(decoder.sample)) << "the good answer is read";
        fuzz::Mutator mutator(kSeed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < kMutationsOfEach; ++i)
            ++(decoder.check(mutator.mutate(decoder.sample)) ? read : refused);
        EXPECT_GT(read, 0) << "seed " << kSeed;
        EXPECT_GT(refused, read) << "seed " << kSeed;
    }
    base::log::set_sink(nullptr);
}

TEST(FuzzAnswers, EveryDecoderTakesItsCorpusFilesNamedGoodAndRefusesThoseNamedBad) {
    namespace fs = std::filesystem;
    base::log::set_sink([](std::string_view) {});
    for (const fuzz::AnswerDecoder& decoder : fuzz::answer_decoders()) {
        for (const auto& entry :
             fs::directory_iterator(fs::path("tests/fuzz/corpus") / ("case_" + std::string(decoder.name)))) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream text;
            text << file.rdbuf();
            const bool good = entry.path().filename().string().starts_with("good");
            EXPECT_EQ(decoder.check(text.str()), good) << entry.path();
        }
    }
    base::log::set_sink(nullptr);
}

TEST(FuzzAnswers, DeepNestingIsRefusedAndNotFollowed) {
    for (const fuzz::AnswerDecoder& decoder : fuzz::answer_decoders()) {
        EXPECT_FALSE(decoder.check(std::string(200'000, '['))) << decoder.name;
        EXPECT_FALSE(decoder.check(std::string(200'000, '[') + std::string(200'000, ']'))) << decoder.name;
    }
}

}  // namespace
