#include "server/report/report.h"

#include <utility>

namespace server::report {
namespace {

using std::chrono::months;

/// The business day of the next month from which a month's figures stand still.
constexpr unsigned kFrozenOn = 16;

std::vector<OfMonth> trend_of(figures::FigureId id, domain::Month month,
                              std::span<const figures::ReferralHistory> histories,
                              const figures::Rules& rules) {
    std::vector<OfMonth> trend;
    for (int back = kTrendMonths - 1; back > 0; --back) {
        const domain::Month earlier = month - months{back};
        trend.push_back({earlier, figures::compute(id, histories, {earlier, earlier}, rules).unmitigated()});
    }
    return trend;
}

}  // namespace

Report make_report(std::string hub, domain::Month month, std::span<const figures::ReferralHistory> histories,
                   const figures::Rules& rules) {
    Report report{std::move(hub),
                  month,
                  rules.as_of,
                  rules.calendar.nth_business_day(month + months{1}, kFrozenOn),
                  {},
                  {},
                  {}};
    for (figures::Figure& figure : figures::compute_all(histories, {month, month}, rules)) {
        std::vector<OfMonth> trend = trend_of(figure.id, month, histories, rules);
        trend.push_back({month, figure.unmitigated()});
        report.lines.push_back({std::move(figure), std::move(trend)});
    }
    report.warnings = figures::early_warnings(histories, rules);
    report.quality = figures::data_quality(histories, rules);
    return report;
}

std::string_view to_words(figures::Standing standing) {
    switch (standing) {
        case figures::Standing::NotKnown:
            return "not known";
        case figures::Standing::NothingToTell:
            return "nothing to tell";
        case figures::Standing::OnTarget:
            return "on target";
        case figures::Standing::BelowTarget:
            return "below target";
        case figures::Standing::BelowTrigger:
            return "below the trigger";
    }
    return "";
}

}  // namespace server::report
