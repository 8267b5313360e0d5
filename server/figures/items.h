#pragma once

#include <vector>

#include "server/figures/compute.h"

/// What each figure finds in one referral.
namespace server::figures {

using Items = std::vector<Item>;

enum class Ica { UntilTheEnd, BeforeTheEndDay, Held };
void sl002(const ReferralHistory& history, const Period& period, const Rules& rules, Ica rule, Items& out);

void kp1(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
enum class Recorded { Shared, Drafted };
void kp3(const ReferralHistory& history, const Period& period, const Rules& rules, Recorded how, Items& out);
void non_attendance(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
void kp4(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);

void kp2(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
void kp6(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
void ds2(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
void ds3(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
void ds4(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);

void kp5_offered(const ReferralHistory& history, const Period& period, Items& out);
void kp5_answered(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out);
void ds1(const ReferralHistory& history, const Period& period, Items& out);
void ds5(const ReferralHistory& history, const Period& period, Items& out);

}  // namespace server::figures
