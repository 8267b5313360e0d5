#include "server/figures/early_warning.h"

#include <algorithm>
#include <tuple>

#include "server/figures/steps.h"

namespace server::figures {
namespace {

void add_warning(FigureId id, const ReferralHistory& history, const Rules& rules, std::vector<Warning>& out) {
    const auto from = counted_from(id, history);
    if (!from) return;
    const domain::Date began = domain::london_date(*from);
    const Period month{domain::month_of(began), domain::month_of(began)};
    const Figure figure = compute(id, std::span(&history, 1), month, rules);
    const bool open = !figure.items.empty() && figure.items.front().why == Why::NotDueYet;
    if (!open) return;
    const domain::Date due = rules.calendar.add_business_days(began, business_days_for(id));
    const int left = rules.calendar.business_days_between(domain::london_date(rules.as_of), due);
    if (left <= kWarnedDaysLeft) out.push_back({history.id, id, due, left});
}

}  // namespace

std::vector<Warning> early_warnings(std::span<const ReferralHistory> histories, const Rules& rules) {
    std::vector<Warning> all;
    for (const ReferralHistory& history : histories) {
        for (const FigureId id : {FigureId::Ds2, FigureId::Ds3, FigureId::Ds4, FigureId::Kp6})
            add_warning(id, history, rules, all);
    }
    std::sort(all.begin(), all.end(), [](const Warning& a, const Warning& b) {
        return std::tie(a.due, a.referral, a.figure) < std::tie(b.due, b.referral, b.figure);
    });
    return all;
}

}  // namespace server::figures
