#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/report/official_report.h"

/// The official performance report beside what the hub knows: every row and cell that differs, and why.
namespace server::report {

/// Why something differs.
enum class Because {
    KnownDefect,   ///< of the official report: the hub reckons the same as it does
    NotKnownHere,  ///< the hub cannot know it
    ReadTooEarly,  ///< it happened after the hub last read the case system
    NotOurs,       ///< a referral that is no business of this hub's histories
    NotExplained,
};
std::string_view to_words(Because because);

struct Difference {
    std::string referral;
    std::string column;  ///< empty: the whole row
    std::string ours;
    std::string theirs;
    Because because = Because::NotExplained;
    std::string why;    ///< a sentence without its full stop
    unsigned line = 0;  ///< of the file; 0: it has none

    bool operator==(const Difference&) const = default;
};

/// What the file is compared with.
struct OurSide {
    std::vector<PerformanceOf> referrals;
    std::set<domain::ContractRef> contracts;
    std::set<domain::ReferralId> erased;     ///< with their person
    std::optional<base::Instant> read_at{};  ///< when the case system was last read whole
    base::Instant kept_from{};               ///< what ended before it is not held
    /// The first and last London day of receipt that the file is asked for; none: as far as its rows go.
    std::optional<domain::Date> from{};
    std::optional<domain::Date> to{};
};

/// Cells of a column that the hub cannot compare, and why.
struct NotComparable {
    std::string column;
    std::string why;
    unsigned cells = 0;

    bool operator==(const NotComparable&) const = default;
};

struct Comparison {
    /// More differences and unread lines than this are counted and not listed.
    static constexpr std::size_t kListedMax = 100'000;

    unsigned rows = 0;      ///< of the file that were read
    unsigned compared = 0;  ///< of these, referrals that the hub holds
    unsigned agreeing = 0;  ///< of these, without a difference in what the hub knows
    std::vector<Difference> differences;
    std::map<Because, unsigned> counts;         ///< of all differences
    std::vector<NotComparable> not_comparable;  ///< counted, not listed: of most files nearly every row
    std::vector<UnreadLine> unread;
    unsigned unread_count = 0;
    std::vector<std::string> missing_columns;
    std::vector<std::string> unknown_columns;
    bool is_cut_short = false;  ///< what came before was compared
};

/// InvalidInput where the file is no performance report at all.
base::Result<Comparison> compare(std::istream& official, const OurSide& ours);

/// A row a difference, for CSV.
Cells difference_cells(const Comparison& comparison);
/// For a terminal: what was compared, the counts, the first differences and unread lines.
std::string to_text(const Comparison& comparison);

}  // namespace server::report
