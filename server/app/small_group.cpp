#include "server/app/small_group.h"

#include <algorithm>
#include <optional>

namespace server::app {
namespace {

/// The smallest of those that are told and not none.
std::optional<std::size_t> smallest_told(std::span<const unsigned> sizes, const std::vector<bool>& hidden) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (hidden[i] || sizes[i] == 0) continue;
        if (!found || sizes[i] < sizes[*found]) found = i;
    }
    return found;
}

}  // namespace

std::vector<bool> hidden_parts(std::span<const unsigned> sizes, unsigned smallest) {
    std::vector<bool> hidden;
    for (const unsigned size : sizes) hidden.push_back(!may_be_told(size, smallest));
    while (true) {
        unsigned together = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i) together += hidden[i] ? sizes[i] : 0;
        const auto count = std::count(hidden.begin(), hidden.end(), true);
        if (count == 0 || (count > 1 && together >= smallest)) return hidden;
        const auto another = smallest_told(sizes, hidden);
        if (!another) return hidden;
        hidden[*another] = true;
    }
}

}  // namespace server::app
