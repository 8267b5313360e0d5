#pragma once

#include <cstdint>
#include <vector>

#include "server/figures/referral_history.h"

namespace bench {

/// How much history there is to reckon a month from.
struct Scale {
    unsigned referrals = 1000;
    unsigned appointments_each = 10;
    unsigned years = 1;  ///< over which the referrals were received, evenly
    std::uint64_t seed = 1;
};

/// Invented referrals: the same seed gives the same ones. The last of them is received at the end of October
/// 2026; each is supported for some weeks, and most have ended.
std::vector<server::figures::ReferralHistory> invent(const Scale& scale);

}  // namespace bench
