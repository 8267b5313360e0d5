#pragma once

#include <istream>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "server/report/csv_stream.h"
#include "server/report/performance.h"

namespace server::report {

/// A row of the official performance report.
struct OfficialRow {
    unsigned line = 1;
    PerformanceRow cells;  ///< empty where the file lacks the column

    bool operator==(const OfficialRow&) const = default;
};

/// A line that was not read, and why.
struct UnreadLine {
    unsigned line = 1;
    std::string why;
};

/// Reads the official report as its file comes: any number of rows up to kRowsMax, in bounded memory. It
/// takes columns in any order, passes over those it does not know, and says which are missing. A row with a
/// fault is left out and told of; what was read before it, and what comes after, is good.
class OfficialReport {
public:
    static constexpr std::size_t kRowsMax = 2'000'000;

    /// Reads the headings. InvalidInput when there is no `referral_id` among them, or one stands there twice.
    static base::Result<OfficialReport> open(std::istream& in);

    /// The next row that can be read; none at the end. Lines that cannot are handed to `unread` on the way.
    template <class Unread>
    std::optional<OfficialRow> next(Unread unread) {
        while (!is_over_) {
            OfficialRow row;
            const std::string why = read(row);
            if (why.empty() && !is_over_) return row;
            if (!why.empty()) unread(UnreadLine{row.line, why});
        }
        return std::nullopt;
    }

    bool has(Column column) const { return places_[place_of(column)].has_value(); }
    const std::vector<std::string>& unknown_headings() const { return unknown_; }
    bool is_cut_short() const { return is_broken_; }  ///< once next() has come to the end

private:
    explicit OfficialReport(std::istream& in) : stream_(in) {}
    /// Why the next line is no row; empty where it is one, and at the end.
    std::string read(OfficialRow& row);
    std::string check(const PerformanceRow& cells);

    CsvStream stream_;
    std::array<std::optional<std::size_t>, kColumns> places_;  ///< in the file
    std::size_t width_ = 0;                                    ///< of the file
    std::vector<std::string> unknown_;
    std::unordered_set<std::string> ids_;
    bool is_over_ = false;
    bool is_broken_ = false;
};

}  // namespace server::report
