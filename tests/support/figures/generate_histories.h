#pragma once

#include <cstdint>
#include <vector>

#include "server/figures/referral_history.h"

namespace support {

/// Invented referrals of 2026: every way to end, to be late, to be unknown, and times on both sides of every
/// London midnight. The same seed gives the same histories on every machine. Times are whole seconds.
std::vector<server::figures::ReferralHistory> generate_histories(std::uint64_t seed, unsigned referrals);

}  // namespace support
