#include "server/report/cell_value.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace server::report {
namespace {

/// A spreadsheet keeps 15 digits; what has more is no count of ours.
constexpr std::size_t kDigitsMax = 9;
constexpr std::string_view kRateEnding = " %";

std::optional<std::int64_t> whole(std::string_view text) {
    const bool digits = !text.empty() && text.size() <= kDigitsMax &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

std::optional<CellNumber> cell_number(std::string_view text) {
    if (!text.ends_with(kRateEnding)) {
        const auto number = whole(text);
        return number ? std::optional(CellNumber{static_cast<double>(*number), false}) : std::nullopt;
    }
    text.remove_suffix(kRateEnding.size());
    const std::size_t point = text.find('.');
    const auto percents = whole(text.substr(0, point));
    std::optional<std::int64_t> tenths = 0;
    if (point != std::string_view::npos) {
        const std::string_view tenth = text.substr(point + 1);
        tenths = tenth.size() == 1 ? whole(tenth) : std::nullopt;
    }
    if (!percents || !tenths) return std::nullopt;
    constexpr std::int64_t kTenthsOfOne = 10;
    constexpr double kTenthsOfAll = 1000;
    return CellNumber{static_cast<double>(*percents * kTenthsOfOne + *tenths) / kTenthsOfAll, true};
}

}  // namespace server::report
