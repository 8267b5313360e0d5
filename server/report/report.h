#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/figures/data_quality.h"
#include "server/figures/early_warning.h"

/// The monthly pack: what the figures say, and the words, tables and pictures in which people read it.
namespace server::report {

struct OfMonth {
    domain::Month month;
    figures::Rate rate;  ///< unmitigated

    bool operator==(const OfMonth&) const = default;
};

/// One figure with the months that lead to it.
struct Line {
    figures::Figure figure;
    std::vector<OfMonth> trend;  ///< kTrendMonths, the oldest first; the last one is the report's

    bool operator==(const Line&) const = default;
};
inline constexpr int kTrendMonths = 6;

struct Report {
    std::string hub;
    domain::Month month;
    base::Instant as_of{};
    std::optional<domain::Date> frozen_from;  ///< business day 16 of the next month: then it stands still
    std::vector<Line> lines;                  ///< in the order of figures::definitions()
    std::vector<figures::Warning> warnings;
    std::vector<figures::Completeness> quality;

    bool operator==(const Report&) const = default;
};

Report make_report(std::string hub, domain::Month month, std::span<const figures::ReferralHistory> histories,
                   const figures::Rules& rules);

/// `on target`, `below the trigger` …
std::string_view to_words(figures::Standing standing);

/// For a terminal; each form has every number that the others have.
std::string to_text(const Report& report);
/// RFC 4180, a row a figure, with headings.
std::string to_csv(const Report& report);
/// RFC 4180, a row for each thing that was looked at: what stands behind the numbers.
std::string items_to_csv(const Report& report);
/// One page that needs no other file: tables, and beside each trend its picture.
std::string to_html(const Report& report);

}  // namespace server::report
