// Every screen in every language and on every panel: nothing clipped, nothing on top of another, no letter
// missing, nothing too small or too close.
//
// With HUB_LONG=1 all of them. Otherwise a sample: each screen in each language on one panel, chosen so that
// each panel meets each language and each screen.

#include <cstdlib>

#include <gtest/gtest.h>

#include "kiosk/paint/layout.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;

struct Shape {
    const char* name;
    paint::Panel panel;
};

constexpr std::array kShapes{
    Shape{"upright 21.5\"", {1080, 1920, 0.248F, {}}},
    Shape{"wide 21.5\"", {1920, 1080, 0.248F, {}}},
    Shape{"upright 15.6\"", {1080, 1920, 0.180F, {}}},
    Shape{"wide 15.6\"", {1920, 1080, 0.180F, {}}},
};

bool all_of_them() {
    return std::getenv("HUB_LONG") != nullptr;
}

class Walk : public testing::TestWithParam<std::string> {};

TEST_P(Walk, EveryScreenFitsAndHasEveryLetter) {
    const auto shaper = text::Shaper::create().value();
    const std::vector<std::string> tags = languages::all_tags();
    const auto language =
        static_cast<std::size_t>(std::find(tags.begin(), tags.end(), GetParam()) - tags.begin());
    std::size_t number = language;
    for (const support::Sample& sample : support::samples(support::words_of(GetParam()))) {
        ++number;
        for (std::size_t shape = 0; shape < kShapes.size(); ++shape) {
            if (!all_of_them() && shape != number % kShapes.size()) continue;
            const auto made = paint::layout(sample.screen, kShapes[shape].panel, *shaper);
            for (const std::string& fault : paint::faults(made)) {
                ADD_FAILURE() << sample.name << ", " << kShapes[shape].name << ": " << fault;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Walk, testing::ValuesIn(languages::all_tags()), [](const auto& tested) {
    std::string name = tested.param;
    std::erase(name, '-');
    return name;
});

}  // namespace
