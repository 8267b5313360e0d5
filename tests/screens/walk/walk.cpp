#include "tests/screens/walk/walk.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "tests/support/kiosk/panels.h"

namespace walk {
namespace {

using kiosk::app::Modes;

struct Mix {
    const char* name;
    Modes modes;
};

/// Calm and high contrast change no place and no size; they go along with the others.
constexpr std::array kMixes{
    Mix{"ordinary", {}},
    Mix{"large, calm", {.large_text = true, .calm = true}},
    Mix{"Easy Read, high contrast", {.high_contrast = true, .easy_read = true}},
    Mix{"large, Easy Read, high contrast", {.large_text = true, .high_contrast = true, .easy_read = true}},
};

bool all_of_them() {
    return std::getenv("HUB_LONG") != nullptr;
}

std::size_t number_of(const std::string& language) {
    const std::vector<std::string> tags = languages::all_tags();
    return static_cast<std::size_t>(std::find(tags.begin(), tags.end(), language) - tags.begin());
}

}  // namespace

void each(const std::string& language, const Visitor& visitor) {
    const auto shaper = kiosk::text::Shaper::create().value();
    const auto words = support::words_of(language);
    for (std::size_t mix = 0; mix < kMixes.size(); ++mix) {
        std::size_t number = number_of(language) + mix;
        for (const support::Sample& sample : support::samples(words, kMixes[mix].modes)) {
            ++number;
            for (std::size_t panel = 0; panel < support::kPanels.size(); ++panel) {
                if (!all_of_them() && panel != number % support::kPanels.size()) continue;
                const auto& [name, glass] = support::kPanels[panel];
                const auto made = kiosk::paint::layout(sample.screen, glass, *shaper);
                visitor(
                    {language + ", " + sample.name + ", " + kMixes[mix].name + ", " + name, sample, made});
            }
        }
    }
}

}  // namespace walk
