#include "tests/fuzz/report/check_performance_csv.h"

#include <algorithm>
#include <sstream>

#include "server/report/comparison.h"
#include "server/report/csv.h"
#include "shared/base/invariant.h"

namespace fuzz {
namespace {

using namespace server::report;

struct Read {
    std::vector<OfficialRow> rows;
    unsigned unread = 0;
    bool is_cut_short = false;
};

Read read_all(OfficialReport& report) {
    Read read;
    unsigned last = 1;
    const auto unread = [&](const UnreadLine& line) {
        INVARIANT(line.line > last && !line.why.empty() && line.why.size() < 150,
                  "a line that is not read is named with its reason, each once");
        last = line.line;
        ++read.unread;
    };
    while (const auto row = report.next(unread)) {
        INVARIANT(row->line > last, "rows come in the order of the file");
        last = row->line;
        read.rows.push_back(*row);
    }
    read.is_cut_short = report.is_cut_short();
    return read;
}

/// What a spreadsheet would run is written with an apostrophe before it.
bool has_formula(const OfficialRow& row) {
    return std::ranges::any_of(row.cells, [](const std::string& cell) { return is_formula(cell); });
}

void check_written(const std::vector<OfficialRow>& rows) {
    Cells cells{"", {kColumnNames.begin(), kColumnNames.end()}, {}};
    for (const OfficialRow& row : rows)
        if (!has_formula(row)) cells.rows.emplace_back(row.cells.begin(), row.cells.end());
    std::istringstream in(to_csv(cells));
    auto report = OfficialReport::open(in);
    INVARIANT(report.has_value(), "what is written has its headings");
    const Read again = read_all(*report);
    INVARIANT(again.unread == 0 && again.rows.size() == cells.rows.size(), "what was read is read again");
    for (std::size_t i = 0; i < cells.rows.size(); ++i)
        INVARIANT(std::ranges::equal(again.rows[i].cells, cells.rows[i]), "and is the same");
}

}  // namespace

bool check_performance_csv(std::string_view text) {
    std::istringstream in{std::string(text)};
    auto report = OfficialReport::open(in);
    if (!report) {
        const base::Error& error = report.error();
        INVARIANT(error.kind == base::ErrorKind::InvalidInput && error.message.size() < 150,
                  "a file is refused with InvalidInput, shortly");
        return false;
    }
    const Read read = read_all(*report);
    check_written(read.rows);
    std::istringstream same{std::string(text)};
    const auto comparison = compare(same, OurSide{});
    INVARIANT(comparison && comparison->rows == read.rows.size() && comparison->unread_count == read.unread,
              "a comparison tells of each row and line");
    INVARIANT(comparison->differences.size() == read.rows.size(), "nothing is held here");
    INVARIANT(!to_text(*comparison).empty(), "it is told");
    return read.unread == 0 && !read.is_cut_short;
}

}  // namespace fuzz
