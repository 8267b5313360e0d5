#pragma once

#include <map>
#include <span>
#include <vector>

#include "server/figures/figure.h"
#include "server/figures/referral_history.h"
#include "shared/domain/calendar.h"

namespace server::figures {

/// Whole months, such as one month or a quarter; `last` is not before `first`.
struct Period {
    domain::Month first;
    domain::Month last;

    bool holds(domain::Date day) const {
        return first <= domain::month_of(day) && domain::month_of(day) <= last;
    }
    bool holds(base::Instant at) const { return holds(domain::london_date(at)); }
    bool operator==(const Period&) const = default;
};

/// What the figures are computed by.
struct Rules {
    const domain::Calendar& calendar;
    base::Instant as_of{};  ///< the histories are as they were known then
    std::map<domain::Month, unsigned>
        expected_referrals{};     ///< the contract's target for DS1, where it is known
    unsigned smallest_group = 5;  ///< that indicators tell of
};

/// One figure over these referrals; docs/figures.md says of each which things of which month it looks at.
Figure compute(FigureId id, std::span<const ReferralHistory> histories, const Period& period,
               const Rules& rules);

/// Every figure, in the order of definitions().
std::vector<Figure> compute_all(std::span<const ReferralHistory> histories, const Period& period,
                                const Rules& rules);

}  // namespace server::figures
