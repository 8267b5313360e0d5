#include "server/ctl/table.h"

#include <algorithm>
#include <utility>

#include "shared/base/invariant.h"

namespace server::ctl {
namespace {

constexpr std::size_t kGap = 2;

/// Characters, not bytes, of UTF-8 text.
std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

Table::Table(std::vector<std::string> headings) {
    rows_.push_back(std::move(headings));
}

void Table::add(std::vector<std::string> row) {
    INVARIANT(row.size() == rows_.front().size(), "a row has one word for each heading");
    rows_.push_back(std::move(row));
}

void Table::print(std::ostream& out) const {
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << row[i];
            if (i + 1 < row.size()) out << std::string(widths[i] - width(row[i]) + kGap, ' ');
        }
        out << '\n';
    }
}

}  // namespace server::ctl
