#include "server/report/report.h"

#include <utility>

#include "server/figures/touching.h"

namespace server::report {
namespace {

using std::chrono::months;

/// The months of every trend, each with the referrals that have anything in it.
struct TrendMonth {
    domain::Month month;
    figures::Histories histories;
};
std::vector<TrendMonth> trend_months(domain::Month last,
                                     std::span<const figures::ReferralHistory> histories) {
    const figures::Histories in_any =
        figures::touching(histories, figures::Period{last - months{kTrendMonths - 1}, last});
    std::vector<TrendMonth> all;
    for (int back = kTrendMonths - 1; back >= 0; --back) {
        const domain::Month month = last - months{back};
        all.push_back({month, figures::touching(in_any, figures::Period{month, month})});
    }
    return all;
}

std::vector<OfMonth> trend_of(figures::FigureId id, const std::vector<TrendMonth>& in_months,
                              const figures::Rules& rules) {
    std::vector<OfMonth> trend;
    for (const TrendMonth& one : in_months)
        trend.push_back({one.month,
                         figures::compute(id, one.histories, {one.month, one.month}, rules).unmitigated(),
                         false});
    return trend;
}

}  // namespace

std::string moment_words(base::Instant at) {
    return domain::to_text(domain::london_date(at)) + " " + domain::london_time(at);
}

Report make_report(std::string hub, const figures::Period& period,
                   std::span<const figures::ReferralHistory> histories, const figures::Rules& rules) {
    Report report;
    report.hub = std::move(hub);
    report.period = period;
    report.as_of = rules.as_of;
    report.frozen_from = figures::freezing_day(period.last, rules.calendar);
    const figures::Histories in_period = figures::touching(histories, period);
    const std::vector<TrendMonth> in_months = trend_months(period.last, histories);
    report.complexities = figures::complexities_of(in_period);
    for (figures::Figure& figure : figures::compute_all(in_period, period, rules)) {
        std::vector<OfMonth> trend = trend_of(figure.id, in_months, rules);
        auto by_complexity = figures::by_complexity(figure, report.complexities);
        report.lines.push_back({std::move(figure), std::move(trend), std::nullopt, std::move(by_complexity)});
    }
    report.warnings = figures::early_warnings(histories, rules);
    report.quality = figures::data_quality(histories, rules);
    report.indicators = figures::measure(in_period, period, rules);
    report.smallest_group = rules.smallest_group;
    return report;
}

std::vector<std::string> heading_words(const Report& report) {
    std::vector<std::string> words{"As of " + moment_words(report.as_of) + "."};
    if (report.frozen_at)
        words.push_back("Frozen at " + moment_words(*report.frozen_at) +
                        "; what is different now stands under \"Frozen and now\".");
    else if (report.frozen_from && report.as_of < domain::start_of(domain::next_day(*report.frozen_from)))
        words.push_back("They stand still from the end of " + domain::to_text(*report.frozen_from) + ".");
    else if (report.is_never_frozen)
        words.push_back("They were never frozen: this hub's first frozen month is a later one.");
    else
        words.push_back(
            "They are not frozen yet: the server does so once their time has come and it has read the case "
            "system whole.");
    if (report.frozen_not_read.value_or(0) > 0)
        words.push_back(std::to_string(*report.frozen_not_read) +
                        (*report.frozen_not_read == 1 ? " referral" : " referrals") +
                        " could not be read when they were frozen: the frozen figures may lack " +
                        (*report.frozen_not_read == 1 ? "it." : "them."));
    if (report.read_at)
        words.push_back("The case system was last read whole at " + moment_words(*report.read_at) + ".");
    else
        words.push_back("The case system has not been read whole yet: the figures may lack referrals.");
    if (report.not_read == 1)
        words.emplace_back("1 referral could not be read then: the figures may lack it.");
    else if (report.not_read > 1)
        words.push_back(std::to_string(report.not_read) +
                        " referrals could not be read then: the figures may lack them.");
    return words;
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
