#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/screens/view.h"
#include "tests/support/kiosk/samples.h"

namespace {

using testing::HasSubstr;

/// Everything written in the middle of a sample's screen.
std::string words_on(const std::string& sample, const std::string& language,
                     const kiosk::app::Modes& modes = {}) {
    std::string all;
    for (const auto& one : support::samples(support::words_of(language), modes)) {
        if (one.name != sample) continue;
        for (const auto& block : one.screen.body) {
            for (const auto& node : block.nodes) all += node.label + '\n';
        }
    }
    return all;
}

TEST(CrisisWords, StandInEveryLanguageAndEveryMode) {
    for (const std::string& language : languages::all_tags()) {
        for (const bool easy : {false, true}) {
            for (const char* sample : {"survey_thanks_help", "survey_thanks_help_at_the_desk"}) {
                const std::string words = words_on(sample, language, {.easy_read = easy});
                for (const char* one : {"999", "NHS 111", "Samaritans", "116 123"}) {
                    EXPECT_THAT(words, HasSubstr(one)) << language << ' ' << sample;
                }
            }
        }
    }
}

TEST(CrisisWords, KeepTheOrderOfTheirDigitsFromRightToLeft) {
    for (const char* language : {"ur", "ar", "fa", "ckb"}) {
        EXPECT_THAT(words_on("survey_thanks_help", language), HasSubstr("\u2068116 123\u2069")) << language;
    }
}

}  // namespace
