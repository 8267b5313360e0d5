#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/figures/by_complexity.h"
#include "server/figures/data_quality.h"
#include "server/figures/early_warning.h"
#include "server/figures/frozen.h"
#include "server/figures/indicators.h"
#include "server/figures/period.h"

/// The monthly pack: what the figures say, and the words, tables and pictures in which people read it.
namespace server::report {

struct OfMonth {
    domain::Month month;
    figures::Rate rate;  ///< unmitigated; of a month that is frozen as it was then
    bool is_frozen = false;

    bool operator==(const OfMonth&) const = default;
};

/// What a figure was when its months were frozen.
struct Frozen {
    figures::Counts counts;
    std::string why_it_differs;  ///< `-` where it does not

    bool operator==(const Frozen&) const = default;
};

/// One figure with the months that lead to it.
struct Line {
    figures::Figure figure;
    std::vector<OfMonth> trend;    ///< kTrendMonths, the oldest first; the last one ends the report's
    std::optional<Frozen> frozen;  ///< once every month of the report is
    std::vector<figures::OfComplexity> by_complexity{};  ///< low, medium, high, not known

    bool operator==(const Line&) const = default;
};
inline constexpr int kTrendMonths = 6;

struct Report {
    std::string hub;
    figures::Period period;  ///< a month or a quarter
    base::Instant as_of{};
    std::optional<domain::Date> frozen_from;  ///< business day 16 of the month after it: then it stands still
    std::optional<base::Instant> frozen_at{};  ///< when the last of its months was frozen
    std::optional<base::Instant> read_at{};    ///< when the case system was last read whole
    unsigned not_read = 0;                     ///< referrals that could not be read then
    /// Referrals that could not be read when its months were frozen; absent: not frozen, or not known.
    std::optional<unsigned> frozen_not_read{};
    bool is_never_frozen = false;  ///< one of its months went by unfrozen: the hub began after it
    std::vector<Line> lines{};     ///< in the order of figures::definitions()
    std::vector<figures::Warning> warnings{};
    std::vector<figures::Completeness> quality{};
    std::map<std::string, figures::OfBorough> indicators{};
    unsigned smallest_group = 5;           ///< that indicators tell of
    figures::Complexities complexities{};  ///< of every referral that was looked at

    bool operator==(const Report&) const = default;
};

/// `2026-11-12 12:00`, of London.
std::string moment_words(base::Instant at);

/// Without anything frozen: that stands in the record (server/report/of_record.h).
Report make_report(std::string hub, const figures::Period& period,
                   std::span<const figures::ReferralHistory> histories, const figures::Rules& rules);

/// What stands above the figures, a sentence each: as of when, until when they move, whether they are frozen.
std::vector<std::string> heading_words(const Report& report);

/// `on target`, `below the trigger` …
std::string_view to_words(figures::Standing standing);

/// For a terminal; each form has every number that the others have.
std::string to_text(const Report& report);
/// RFC 4180, a row a figure, with headings; read_csv() of server/report/pack.h reads it.
std::string to_csv(const Report& report);
/// RFC 4180, a row for each figure and complexity that has anything.
std::string complexity_to_csv(const Report& report);
/// RFC 4180, a row for each thing that was looked at: what stands behind the numbers.
std::string items_to_csv(const Report& report);
/// A workbook for a spreadsheet: the figures, six months of each, what was frozen, what is soon too late, how
/// complete the data is. Errors as workbook() has them (server/report/workbook.h).
/// With the ids of referrals that are soon too late only for whom it is kept that they saw them.
enum class ReferralIds { With, Without };
base::Result<std::string> to_xlsx(const Report& report, ReferralIds ids);
/// One page that needs no other file: tables, and beside each trend its picture.
std::string to_html(const Report& report);

}  // namespace server::report
