#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "server/app/extracts.h"

/// The columns of a case-level extract, each documented where it is defined (docs/extracts.md).
namespace server::extract {

/// What stands in a row under a column; nothing where it is not known or there is none.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

struct Column {
    std::string_view name;
    std::string_view type;               ///< `text`, `date`, `date-time`, `number`, `truth`
    std::string_view refer_and_monitor;  ///< what Refer and Monitor calls it; `-` where it has no name there
    std::string_view ndelius;            ///< what nDelius calls it
    std::string_view meaning;
    bool names = false;  ///< it says who somebody is: only in extracts with names
    Value (*value)(const app::ExtractCase& one) = nullptr;
};

/// In the order in which they stand in a row.
std::span<const Column> columns();

}  // namespace server::extract
