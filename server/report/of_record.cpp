#include "server/report/of_record.h"

#include <algorithm>

#include "server/app/histories.h"

namespace server::report {
namespace {

using std::chrono::months;

/// What was frozen of all months of the period; none unless each is.
struct FrozenPeriod {
    base::Instant at{};
    std::vector<figures::Counts> figures;
    std::vector<figures::FrozenItem> items;
    std::optional<unsigned> not_read = 0;  ///< the most of any of its months; absent where one does not tell
};

base::Result<std::optional<FrozenPeriod>> frozen_period(app::View& view, const figures::Period& period) {
    FrozenPeriod all;
    for (domain::Month month = period.first; month <= period.last; month += months{1}) {
        const auto frozen = TRY(view.frozen_month(month));
        if (!frozen) return std::optional<FrozenPeriod>();
        all.at = std::max(all.at, frozen->at);
        all.not_read = all.not_read && frozen->not_read
                           ? std::optional(std::max(*all.not_read, *frozen->not_read))
                           : std::nullopt;
        for (const figures::Counts& one : frozen->figures) {
            const auto same = std::ranges::find(all.figures, one.id, &figures::Counts::id);
            if (same == all.figures.end())
                all.figures.push_back(one);
            else
                *same = figures::sum(*same, one);
        }
        for (figures::FrozenItem& one : TRY(view.frozen_items(month))) all.items.push_back(std::move(one));
    }
    return std::optional(std::move(all));
}

domain::Month oldest_reckoned(base::Instant now) {
    return domain::month_of(domain::london_date(now)) - app::kHistoriesKept + months{1};
}

/// Of months before the histories that are held begin nothing is told.
void leave_out_what_is_not_held(Report& report, domain::Month oldest) {
    for (Line& line : report.lines)
        for (OfMonth& one : line.trend)
            if (one.month < oldest) one.rate = {};
}

/// A frozen month of a trend stands as it was frozen.
base::Done lay_over_trends(app::View& view, Report& report) {
    if (report.lines.empty()) return {};
    for (std::size_t i = 0; i < report.lines.front().trend.size(); ++i) {
        const auto frozen = TRY(view.frozen_month(report.lines.front().trend[i].month));
        if (!frozen) continue;
        for (Line& line : report.lines)
            for (const figures::Counts& counts : frozen->figures)
                if (counts.id == line.figure.id) line.trend[i] = {frozen->month, counts.unmitigated(), true};
    }
    return {};
}

/// A month before the newest frozen one is either frozen or will never be.
base::Result<bool> is_never_frozen(app::View& view, const figures::Period& period) {
    const auto newest = TRY(view.newest_frozen_month());
    if (!newest) return false;
    for (domain::Month month = period.first; month <= std::min(period.last, *newest); month += months{1})
        if (!TRY(view.frozen_month(month))) return true;
    return false;
}

void lay_over(Report& report, const FrozenPeriod& frozen) {
    report.frozen_at = frozen.at;
    report.frozen_not_read = frozen.not_read;
    for (Line& line : report.lines) {
        for (const figures::Counts& counts : frozen.figures) {
            if (counts.id != line.figure.id) continue;
            line.frozen = Frozen{counts, figures::why_it_differs(counts, frozen.items, line.figure)};
        }
    }
}

}  // namespace

base::Done check_period(const figures::Period& period, base::Instant now) {
    const domain::Month this_month = domain::month_of(domain::london_date(now));
    if (period.first > this_month)
        return base::fail(base::ErrorKind::InvalidInput,
                          figures::to_text(period) + " has not begun: there is nothing to tell of it yet");
    const domain::Month oldest = oldest_reckoned(now);
    if (period.first < oldest)
        return base::fail(base::ErrorKind::InvalidInput,
                          "figures can be reckoned back to " + domain::to_text(oldest) +
                              ": what ended before is no longer held. Keep the reports of each month");
    return {};
}

base::Result<Report> report_of(app::View& view, const std::string& hub, const figures::Period& period,
                               const figures::Rules& rules) {
    TRY_DONE(check_period(period, rules.as_of));
    const auto reading = TRY(view.history_reading());
    const auto histories = TRY(app::histories_for_figures(view, rules.as_of));
    if (!reading && histories.empty())
        return base::fail(base::ErrorKind::Unavailable,
                          "The hub holds no histories of referrals yet: it reads them with the schedule, "
                          "at the latest in the coming night.");
    Report report = make_report(hub, period, histories, rules);
    leave_out_what_is_not_held(report, oldest_reckoned(rules.as_of));
    if (reading) {
        report.read_at = reading->complete_at;
        report.not_read = reading->not_read;
    }
    if (const auto frozen = TRY(frozen_period(view, period))) lay_over(report, *frozen);
    report.is_never_frozen = TRY(is_never_frozen(view, period));
    TRY_DONE(lay_over_trends(view, report));
    return report;
}

}  // namespace server::report
