#pragma once

#include <span>
#include <vector>

#include "server/figures/compute.h"

namespace server::figures {

using Histories = std::vector<const ReferralHistory*>;

/// Those of which a figure of this period could have anything to say: something of them that figures go by
/// lies in it. A figure of the period over these alone is the figure over all of them, and what it costs does
/// not grow with the years that are held.
Histories touching(std::span<const ReferralHistory> histories, const Period& period);
Histories touching(std::span<const ReferralHistory* const> histories, const Period& period);

/// As compute() and compute_all() over these.
Figure compute(FigureId id, std::span<const ReferralHistory* const> histories, const Period& period,
               const Rules& rules);
std::vector<Figure> compute_all(std::span<const ReferralHistory* const> histories, const Period& period,
                                const Rules& rules);

}  // namespace server::figures
