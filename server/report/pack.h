#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/report/csv.h"

/// One pack of the reports of several hubs, from their CSV files: numerators and denominators are added, and
/// rates reckoned anew.
namespace server::report {

/// What one file tells.
struct HubFigures {
    std::string hub;
    figures::Period period;
    base::Instant as_of{};
    std::vector<CsvRow> rows;  ///< every figure, in the order of figures::definitions()

    bool operator==(const HubFigures&) const = default;
};

/// A file that to_csv() wrote, and nobody changed. InvalidInput naming the file and the line: cut short, a
/// figure missing or twice, a rate that is not that of its numbers.
base::Result<HubFigures> read_csv(std::string_view text, const std::string& name);

struct Pack {
    figures::Period period;
    std::vector<HubFigures> hubs;  ///< by name
};

/// InvalidInput when there are none, when two are of one hub, or of different months.
base::Result<Pack> merge(std::vector<HubFigures> hubs);

/// The figures of all hubs together. What is expected, and what was frozen, is known only where it is known
/// of each.
std::vector<CsvRow> together(const Pack& pack);

/// All hubs together, then each figure hub by hub.
std::string to_text(const Pack& pack);
std::string to_html(const Pack& pack);
/// A workbook: all hubs together, and each hub by itself.
base::Result<std::string> to_xlsx(const Pack& pack);
/// The rows of all hubs together: of the same form as those of one.
std::string to_csv(const Pack& pack);

}  // namespace server::report
