#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/figures/frozen.h"
#include "server/report/cells.h"

/// The rows by which reports of several hubs are joined: RFC 4180 with the headings of kCsvHeadings.
namespace server::report {

/// One figure of one hub, or of several together.
struct CsvRow {
    std::string hub;
    std::string period;     ///< `2026-10`, `2026-Q4`
    base::Instant as_of{};  ///< to the second
    figures::Counts counts;
    std::string left_out = "-";
    std::optional<figures::Counts> frozen;
    std::string why_it_differs = "-";

    bool operator==(const CsvRow&) const = default;
};

inline constexpr std::array<std::string_view, 20> kCsvHeadings{
    "hub",        "period",    "as of",          "figure",           "what it counts",
    "met",        "of",        "rate",           "with mitigation",  "target",
    "trigger",    "standing",  "not known",      "left out and why", "excused",
    "frozen met", "frozen of", "frozen excused", "frozen not known", "why it differs"};

std::vector<CsvRow> csv_rows(const Report& report);
Cells csv_cells(std::span<const CsvRow> rows);

/// A field that begins so would be run by a spreadsheet that opens the file.
bool is_formula(std::string_view text);
/// RFC 4180; nothing in it is run by a spreadsheet: what would be begins with an apostrophe.
std::string to_csv(const Cells& cells);
/// For a terminal.
std::string table_text(const Cells& cells);

/// A row of a file as it stands there.
struct CsvLine {
    unsigned line = 1;  ///< on which it begins
    std::vector<std::string> fields;

    bool operator==(const CsvLine&) const = default;
};

inline constexpr std::size_t kCsvBytesMax = 1 << 20;
inline constexpr std::size_t kCsvFieldsMax = 64;

/// RFC 4180; a line may also end with LF alone, and a byte order mark is passed over. InvalidInput naming the
/// file and the line: `bury.csv:3: a quote is not closed`. A last line without its end was cut short.
base::Result<std::vector<CsvLine>> split_csv(std::string_view text, const std::string& name);

}  // namespace server::report
