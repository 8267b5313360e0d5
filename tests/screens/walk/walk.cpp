#include "tests/screens/walk/walk.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace walk {
namespace {

bool all_of_them() {
    return std::getenv("HUB_LONG") != nullptr;
}

std::size_t number_of(const std::string& language) {
    const std::vector<std::string> tags = languages::all_tags();
    return static_cast<std::size_t>(std::find(tags.begin(), tags.end(), language) - tags.begin());
}

std::vector<Stop> walk_through(const std::string& language, const Panels& panels) {
    const auto shaper = kiosk::text::Shaper::create().value();
    const auto words = support::words_of(language);
    std::vector<Stop> all;
    for (std::size_t mix = 0; mix < kMixes.size(); ++mix) {
        std::size_t number = number_of(language) + mix;
        for (const support::Sample& sample : support::samples(words, kMixes[mix].modes)) {
            ++number;
            for (std::size_t panel = 0; panel < panels.size(); ++panel) {
                if (!all_of_them() && panel != number % panels.size()) continue;
                const std::string glass = std::string(kMixes[mix].name) + ", " + panels[panel].name;
                all.push_back({language + ", " + sample.name + ", " + glass, glass, sample,
                               kiosk::paint::layout(sample.screen, panels[panel].panel, *shaper)});
                for (auto& placed : all.back().layout.nodes) placed.picture.reset();
            }
        }
    }
    return all;
}

}  // namespace

const std::vector<Stop>& stops(const std::string& language, const Panels& panels) {
    static std::map<std::string, std::vector<Stop>> kept;
    const std::string key = language + panels.front().name;
    if (!kept.contains(key)) kept[key] = walk_through(language, panels);
    return kept[key];
}

}  // namespace walk
