#pragma once

namespace server::app {

/// Whether a number tells of nobody in particular: none at all, or enough.
constexpr bool may_be_told(unsigned number, unsigned smallest) {
    return number == 0 || number >= smallest;
}

}  // namespace server::app
