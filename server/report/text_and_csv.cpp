#include <algorithm>

#include "server/report/csv.h"

namespace server::report {
namespace {

constexpr std::size_t kGap = 2;

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

}  // namespace

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
           text != "-";
}

std::string table_text(const Cells& cells) {
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

std::string to_csv(const Cells& cells) {
    std::string text;
    const auto write = [&text](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + field(row[i]);
        text += "\r\n";
    };
    write(cells.headings);
    std::ranges::for_each(cells.rows, write);
    return text;
}

std::string to_text(const Report& report) {
    std::string text = report.hub + ", " + figures::to_text(report.period) + "\n";
    for (const std::string& words : heading_words(report)) text += words + "\n";
    std::vector<Cells> tables{figure_cells(report)};
    if (report.frozen_at) tables.push_back(frozen_cells(report));
    tables.push_back(complexity_cells(report));
    tables.push_back(warning_cells(report));
    tables.push_back(quality_cells(report));
    for (const Cells& cells : tables) text += "\n" + table_text(cells);
    return text + "\nCRS PM001 is named by the specification and not defined.\n";
}

std::string to_csv(const Report& report) {
    return to_csv(csv_cells(csv_rows(report)));
}

std::string complexity_to_csv(const Report& report) {
    return to_csv(complexity_cells(report));
}

std::string items_to_csv(const Report& report) {
    return to_csv(item_cells(report));
}

}  // namespace server::report
