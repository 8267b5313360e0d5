// The figures of the contract to keep: as CSV, and as a workbook for a spreadsheet.

#include "server/reception/figures_asked.h"

namespace server::reception {
namespace {

using http::Reply;

base::Result<report::Report> report_asked_for(Office& office, const Visit& visit) {
    const AskedFigures asked = asked_figures(visit);
    if (!asked.error.empty()) return base::fail(base::ErrorKind::InvalidInput, asked.error);
    return figures_of(office, visit, *asked.period);
}

std::string file_name(const report::Report& report, const char* ending) {
    return "figures-" + figures::to_text(report.period) + ending;
}

}  // namespace

Reply figures_csv(Office& office, Visit& visit) {
    const auto report = report_asked_for(office, visit);
    if (!report) return told(office, visit, report.error());
    return download(to_csv(*report), "text/csv; charset=utf-8", file_name(*report, ".csv"));
}

Reply figures_xlsx(Office& office, Visit& visit) {
    const auto report = report_asked_for(office, visit);
    if (!report) return told(office, visit, report.error());
    auto bytes = to_xlsx(*report, report::ReferralIds::Without);
    if (!bytes) return told(office, visit, bytes.error());
    return download(*std::move(bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    file_name(*report, ".xlsx"));
}

}  // namespace server::reception
