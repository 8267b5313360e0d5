#pragma once

#include <span>
#include <vector>

namespace server::app {

/// Whether a number tells of nobody in particular: none at all, or enough.
constexpr bool may_be_told(unsigned number, unsigned smallest) {
    return number == 0 || number >= smallest;
}

/// Which parts of a sum that is told are not told: those that are too small, and of the others the smallest
/// ones, until what is hidden together is enough, and no part can be told by taking the others from the sum.
std::vector<bool> hidden_parts(std::span<const unsigned> sizes, unsigned smallest);

}  // namespace server::app
