#include "server/report/why_cells_differ.h"

#include "server/report/performance_cell.h"
#include "server/report/report.h"
#include "shared/domain/calendar.h"

namespace server::report {
namespace {

/// Where a plan is approved and nobody attended, the time at which the official report was made: any time
/// after the approval.
bool is_time_of_making(const DifferingCell& cell, const PerformanceOf& of) {
    if (cell.column != Column::FirstAttendedSession) return false;
    const bool reckoned = cell.as_official == base::to_text(of.made_at);
    const auto theirs = time_of(cell.theirs);
    return reckoned && theirs && *theirs > of.history.received_at;
}

/// Some versions of the official report show the day of the conclusion for the day by which the intervention
/// is to be completed.
bool is_day_of_conclusion(const DifferingCell& cell, const PerformanceOf& of) {
    if (cell.column != Column::CompleteBy || !of.history.concluded_at) return false;
    return cell.theirs ==
           domain::to_text(domain::Date{std::chrono::floor<std::chrono::days>(*of.history.concluded_at)});
}

std::string since(const std::optional<base::Instant>& read_at) {
    if (!read_at) return "the hub has not read the case system whole yet";
    return "it happened after the hub last read the case system, at " + moment_words(*read_at);
}

bool is_later(std::string_view cell, const std::optional<base::Instant>& read_at) {
    const auto time = time_of(cell);
    return !read_at || (time && *time > *read_at);
}

std::string cell_of(const OfficialRow& row, Column column) {
    return row.cells[place_of(column)];
}

/// The London day on which a row's referral was received.
std::optional<domain::Date> received_on(const OfficialRow& row) {
    const auto time = time_of(cell_of(row, Column::ReferralReceived));
    return time ? std::optional(domain::london_date(*time)) : std::nullopt;
}

}  // namespace

Reason why_cells_differ(const DifferingCell& cell, const PerformanceOf& of, const OurSide& ours) {
    const std::string_view unknown = why_not_known(of, cell.column);
    if (!unknown.empty()) return {Because::NotKnownHere, std::string(unknown)};
    const bool reckoned = is_same(cell.column, cell.as_official, cell.theirs) &&
                          !is_same(cell.column, cell.as_official, cell.ours);
    if (reckoned || is_time_of_making(cell, of) || is_day_of_conclusion(cell, of))
        return {Because::KnownDefect, std::string(known_defect(cell.column))};
    if (holds_times(cell.column) && is_later(cell.theirs, ours.read_at))
        return {Because::ReadTooEarly, since(ours.read_at)};
    if (cell.theirs.empty())
        return {Because::NotExplained, "perhaps it was recorded after the official report was made"};
    if (cell.ours.empty())
        return {Because::NotExplained,
                "the case system told the hub nothing of it; read it again, and compare again"};
    return {Because::NotExplained, "look at this referral in the case system"};
}

Reason why_not_here(const OfficialRow& row, const OurSide& ours) {
    const domain::ReferralId id(cell_of(row, Column::ReferralId));
    if (ours.erased.contains(id)) return {Because::NotOurs, "it was erased here with its person"};
    const std::string contract = cell_of(row, Column::ContractRef);
    if (!contract.empty() && !ours.contracts.contains(domain::ContractRef(contract)))
        return {Because::NotOurs, "its contract is none of this hub's"};
    const auto ended = time_of(cell_of(row, Column::ConcludedAt));
    if (ended && *ended < ours.kept_from)
        return {Because::NotOurs, "it ended too long ago: the hub holds it no longer"};
    if (is_later(cell_of(row, Column::ReferralReceived), ours.read_at))
        return {Because::ReadTooEarly, since(ours.read_at)};
    const auto day = received_on(row);
    if (day && ((ours.from && *day < *ours.from) || (ours.to && *day > *ours.to)))
        return {Because::NotOurs, "it was received outside the days that were asked for"};
    return {Because::NotExplained,
            "the hub could not read it, or the case system does not list it for this hub"};
}

Reason why_not_there(const PerformanceOf& of) {
    // The days of the official report begin at midnight of UTC, an hour after London's in summer.
    const auto utc_day = domain::Date{std::chrono::floor<std::chrono::days>(of.history.received_at)};
    if (utc_day != domain::london_date(of.history.received_at))
        return {Because::KnownDefect, "the days of the official report are those of UTC, not of London"};
    return {Because::NotExplained, "the official report lacks it"};
}

}  // namespace server::report
