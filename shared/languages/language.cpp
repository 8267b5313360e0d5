#include "shared/languages/language.h"

#include <algorithm>

#include "shared/languages/catalogue.h"

namespace languages {
namespace {

std::string_view main_part(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

}  // namespace

const Language* find(std::string_view tag) {
    const auto found =
        std::find_if(kAll.begin(), kAll.end(), [&](const auto& one) { return one.tag == tag; });
    return found == kAll.end() ? nullptr : &*found;
}

Direction direction(Script script) {
    return script == Script::Arabic ? Direction::RightToLeft : Direction::LeftToRight;
}

std::vector<std::string> all_tags() {
    std::vector<std::string> tags;
    for (const Language& one : kAll) {
        if (!built_in_catalogue(one.tag).empty()) tags.emplace_back(one.tag);
    }
    return tags;
}

std::string closest(std::string_view tag, const std::vector<std::string>& offered) {
    if (tag.empty()) return {};
    for (const std::string& one : offered) {
        if (one == tag) return one;
    }
    for (const std::string& one : offered) {
        if (main_part(one) == main_part(tag)) return one;
    }
    return {};
}

}  // namespace languages
