#pragma once

#include <optional>
#include <string_view>

namespace server::report {

/// What a cell of a table is to a spreadsheet.
struct CellNumber {
    double value = 0;
    bool is_rate = false;  ///< then `value` is the part of 1: 0.875 of `87.5 %`

    bool operator==(const CellNumber&) const = default;
};

/// Of a whole number as we write it (`12`, never `012` or `1e3`), and of a rate as figures::to_text() and
/// percent() write it. None for any other text, which stays text.
std::optional<CellNumber> cell_number(std::string_view text);

}  // namespace server::report
