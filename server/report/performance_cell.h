#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/report/performance.h"

/// Single cells of the performance report.
namespace server::report {

/// A time in its words: as RFC 3339 or without seconds (`2026-10-02T08:02Z`), as the official report has it
/// when they are 0. None for anything else.
std::optional<base::Instant> time_of(std::string_view cell);

/// Of a cell of the official report: `is no time`, `is a word that is not known` … ; empty where nothing is.
std::string what_is_wrong(Column column, std::string_view cell);

/// Whether both say the same: the same second, day, number, or text.
bool is_same(Column column, std::string_view one, std::string_view other);

/// Whether its cells are times.
bool holds_times(Column column);

}  // namespace server::report
