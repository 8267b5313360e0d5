#pragma once

#include <span>
#include <vector>

#include "server/figures/compute.h"

namespace server::figures {

/// A step that is not done and whose time is nearly over: somebody can still act.
struct Warning {
    domain::ReferralId referral;
    FigureId figure = FigureId::Ds2;  ///< DS2, DS3, DS4 or KP6
    domain::Date due{};               ///< the last day on which it is in time
    int business_days_left = 0;  ///< after today; 0 on the last day, and on a weekend before which it lies

    bool operator==(const Warning&) const = default;
};

/// No commencement by business day 8 of its 10; an assessment, plan or rating with two business days left at
/// most.
inline constexpr int kWarnedDaysLeft = 2;

/// The tightest first, then by referral. What is too late already is no warning: the figures tell of it.
std::vector<Warning> early_warnings(std::span<const ReferralHistory> histories, const Rules& rules);

}  // namespace server::figures
