#pragma once

#include <string_view>

namespace server::app {

/// Whether there is nothing in it that anybody could read.
constexpr bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace server::app
