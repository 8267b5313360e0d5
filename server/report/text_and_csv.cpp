#include <algorithm>

#include "server/report/cells.h"

namespace server::report {
namespace {

constexpr std::size_t kGap = 2;

std::string table(const Cells& cells) {
    std::vector<std::size_t> widths(cells.headings.size(), 0);
    const auto measure = [&widths](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    };
    measure(cells.headings);
    std::ranges::for_each(cells.rows, measure);
    std::string text;
    const auto write = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size()) text += std::string(widths[i] - row[i].size() + kGap, ' ');
        }
        text += '\n';
    };
    text += std::string(cells.caption) + "\n\n";
    write(cells.headings);
    std::ranges::for_each(cells.rows, write);
    if (cells.rows.empty()) text += "nothing\n";
    return text;
}

/// A field that begins like a formula would be run by a spreadsheet that opens the file.
bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
           text != "-";
}

std::string field(const std::string& text) {
    const std::string safe = is_formula(text) ? "'" + text : text;
    if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv(const Cells& cells) {
    std::string text;
    const auto write = [&text](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + field(row[i]);
        text += "\r\n";
    };
    write(cells.headings);
    std::ranges::for_each(cells.rows, write);
    return text;
}

}  // namespace

std::string to_text(const Report& report) {
    std::string text = report.hub + ", " + domain::to_text(report.month) + ", as of " +
                       domain::to_text(domain::london_date(report.as_of)) + " " +
                       domain::london_time(report.as_of) + "\n";
    if (report.frozen_from) text += "It stands still from " + domain::to_text(*report.frozen_from) + " on.\n";
    for (const Cells& cells : {figure_cells(report), warning_cells(report), quality_cells(report)})
        text += "\n" + table(cells);
    return text + "\nCRS PM001 is named by the specification and not defined.\n";
}

std::string to_csv(const Report& report) {
    return csv(figure_cells(report));
}

std::string items_to_csv(const Report& report) {
    return csv(item_cells(report));
}

}  // namespace server::report
