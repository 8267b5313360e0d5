// The sheets of a report and of a pack.

#include <algorithm>

#include "server/report/indicators.h"
#include "server/report/pack.h"
#include "server/report/workbook.h"

namespace server::report {
namespace {

Cells trends_cells(const Report& report) {
    Cells cells{"Six months", {"figure", "what it counts", "month", "met", "of", "rate", "frozen"}, {}};
    for (const Line& line : report.lines) {
        const figures::Definition& held_to = figures::definition(line.figure.id);
        for (std::vector<std::string>& row : trend_cells(line).rows) {
            row.insert(row.begin(), {std::string(held_to.code), std::string(held_to.title)});
            cells.rows.push_back(std::move(row));
        }
    }
    return cells;
}

Cells about_cells(const Report& report) {
    Cells cells{"About", {"about these figures"}, {}};
    cells.rows.push_back({report.hub + ", " + figures::to_text(report.period)});
    for (std::string& words : heading_words(report)) cells.rows.push_back({std::move(words)});
    cells.rows.push_back({"CRS PM001 is named by the specification and not defined."});
    return cells;
}

}  // namespace

base::Result<std::string> to_xlsx(const Report& report, ReferralIds ids) {
    std::vector<Sheet> sheets{{"Figures", csv_cells(csv_rows(report))}, {"Six months", trends_cells(report)}};
    if (report.frozen_at) sheets.push_back({"Frozen and now", frozen_cells(report)});
    sheets.push_back({"By complexity", complexity_cells(report)});
    sheets.push_back({"Indicators", indicator_cells(report)});
    if (ids == ReferralIds::With) sheets.push_back({"Soon too late", warning_cells(report)});
    sheets.push_back({"Data quality", quality_cells(report)});
    sheets.push_back({"About", about_cells(report)});
    return workbook(report.hub + ", figures of " + figures::to_text(report.period), report.as_of, sheets);
}

base::Result<std::string> to_xlsx(const Pack& pack) {
    std::vector<CsvRow> by_hub;
    for (const HubFigures& hub : pack.hubs) by_hub.insert(by_hub.end(), hub.rows.begin(), hub.rows.end());
    const std::vector<Sheet> sheets{{"All hubs together", csv_cells(together(pack))},
                                    {"Hub by hub", csv_cells(by_hub)}};
    base::Instant made = pack.hubs.front().as_of;
    for (const HubFigures& hub : pack.hubs) made = std::max(made, hub.as_of);
    return workbook("Figures of " + figures::to_text(pack.period), made, sheets);
}

}  // namespace server::report
