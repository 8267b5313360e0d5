#include "server/report/csv.h"

namespace server::report {
namespace {

std::string number_or_dash(const std::optional<unsigned>& number) {
    return number ? std::to_string(*number) : "-";
}

std::vector<std::string> cells_of(const CsvRow& row) {
    const figures::Definition& held_to = figures::definition(row.counts.id);
    const figures::Rate rate = row.counts.unmitigated();
    std::optional<unsigned> met;
    std::optional<unsigned> of;
    std::optional<unsigned> excused;
    std::optional<unsigned> not_known;
    if (row.frozen) {
        met = row.frozen->unmitigated().count;
        of = row.frozen->unmitigated().of;
        excused = row.frozen->excused;
        not_known = row.frozen->not_known;
    }
    return {row.hub,
            row.period,
            base::to_text(row.as_of),
            std::string(held_to.code),
            std::string(held_to.title),
            std::to_string(rate.count),
            std::to_string(rate.of),
            figures::to_text(rate),
            figures::to_text(row.counts.mitigated()),
            percent(held_to.target_percent),
            percent(held_to.trigger_percent),
            std::string(to_words(figures::standing_of(row.counts.id, rate, row.counts.not_known))),
            std::to_string(row.counts.not_known),
            row.left_out,
            std::to_string(row.counts.excused),
            number_or_dash(met),
            number_or_dash(of),
            number_or_dash(excused),
            number_or_dash(not_known),
            row.why_it_differs};
}

}  // namespace

std::vector<CsvRow> csv_rows(const Report& report) {
    std::vector<CsvRow> rows;
    for (const Line& line : report.lines) {
        CsvRow row{report.hub,
                   figures::to_text(report.period),
                   std::chrono::floor<std::chrono::seconds>(report.as_of),
                   figures::counts_of(line.figure),
                   left_out_words(line.figure),
                   std::nullopt,
                   "-"};
        if (line.frozen) {
            row.frozen = line.frozen->counts;
            row.why_it_differs = line.frozen->why_it_differs;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Cells csv_cells(std::span<const CsvRow> rows) {
    Cells cells{"Figures", {kCsvHeadings.begin(), kCsvHeadings.end()}, {}};
    for (const CsvRow& row : rows) cells.rows.push_back(cells_of(row));
    return cells;
}

}  // namespace server::report
