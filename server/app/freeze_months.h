#pragma once

#include <map>

#include "server/app/moment.h"
#include "server/app/store.h"

/// Months that stand still (docs/figures.md, "Frozen months").
namespace server::app {

/// What the figures of the contract are reckoned by.
struct FigureRules {
    domain::Calendar calendar{};
    std::map<domain::Month, unsigned> expected_referrals{};  ///< the contract's target for DS1

    unsigned smallest_group = 5;  ///< that indicators tell of

    figures::Rules as_of(base::Instant now) const {
        return {calendar, now, expected_referrals, smallest_group};
    }
};

/// The histories must have been read whole within this time before a month stands still, or after it.
inline constexpr std::chrono::hours kReadBeforeFreezing{24};
/// So long a month waits for referrals that could not be read; then it is frozen without them.
inline constexpr std::chrono::days kWaitsForTheUnread{3};

/// Freezes each month whose time has come, from the one after the newest frozen month on; of a record without
/// any the newest such month alone. How many. None while the clock is doubtful or the histories were not read
/// whole: what is frozen is never changed.
base::Result<unsigned> freeze_months(Store& store, const Moment& moment, const FigureRules& rules);

}  // namespace server::app
