#include "server/reception/figures_asked.h"

#include "server/report/of_record.h"

namespace server::reception {
namespace {

/// The month before this one, of which the last days are in.
domain::Month usual_month(base::Instant now) {
    return domain::month_of(domain::london_date(now)) - std::chrono::months{1};
}

}  // namespace

AskedFigures asked_figures(const Visit& visit) {
    AskedFigures asked;
    asked.month = visit.form["month"];
    if (asked.month.empty()) asked.month = domain::to_text(usual_month(visit.moment.now));
    const auto period = figures::parse_period(asked.month);
    if (!period) {
        asked.error = period.error().message;
        return asked;
    }
    asked.period = *period;
    if (const auto fits = report::check_period(*period, visit.moment.now); !fits)
        asked.error = fits.error().message;
    return asked;
}

std::string address_of(figures::FigureId id) {
    std::string address;
    for (const char c : figures::definition(id).code) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            address += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (address.back() != '-')
            address += '-';
    }
    return address;
}

std::optional<figures::FigureId> figure_at(std::string_view address) {
    for (const figures::Definition& one : figures::definitions())
        if (address_of(one.id) == address) return one.id;
    return std::nullopt;
}

base::Result<report::Report> figures_of(Office& office, const Visit& visit, const figures::Period& period) {
    std::optional<report::Report> found;
    const auto look = [&](app::View& view) -> base::Done {
        const app::FigureRules rules{TRY(rules_now(office, view)).calendar, office.needs.expected_referrals,
                                     office.needs.smallest_group};
        found = TRY(report::report_of(view, office.needs.hub, period, rules.as_of(visit.moment.now)));
        return {};
    };
    TRY_DONE(office.needs.store.read(look));
    return std::move(*found);
}

}  // namespace server::reception
