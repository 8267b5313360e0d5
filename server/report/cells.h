#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "server/report/report.h"

/// The tables of a report as words, the same in every form.
namespace server::report {

struct Cells {
    std::string_view caption;
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;  ///< each as long as the headings
};

Cells figure_cells(const Report& report);
/// Empty where nothing is frozen.
Cells frozen_cells(const Report& report);
/// Each figure by complexity, where it has anything.
Cells complexity_cells(const Report& report);
/// Every thing that any figure looked at.
Cells item_cells(const Report& report);
Cells warning_cells(const Report& report);
Cells quality_cells(const Report& report);
Cells trend_cells(const Line& line);

/// What was left out of a figure and why, such as `3 not due yet, 1 cancelled on the day it was made`; `-`
/// for nothing.
std::string left_out_words(const figures::Figure& figure);

/// Of `0`: none is named.
std::string percent(unsigned number);

}  // namespace server::report
