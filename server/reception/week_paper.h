#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// How large the type of a week may be that is to stand on one page of A4, landscape.
namespace server::reception {

/// Largest first; the style sheet has the same. Smaller than the last can hardly be read on a wall.
inline constexpr std::array kTypePoints{12.0, 10.5, 9.0, 8.0, 7.0};

/// What stands of one session on paper; each of the two begins a line and is broken between words.
struct PaperEntry {
    std::string first;
    std::string second;
};
using PaperDay = std::vector<PaperEntry>;

/// Which of kTypePoints is the largest in which these days, a column each, fit on the page; none when they
/// do not even in the smallest. Reckoned with letters of a broad typeface: what is said to fit does.
std::optional<std::size_t> type_that_fits(const std::vector<PaperDay>& days);

}  // namespace server::reception
