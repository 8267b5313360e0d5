#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/app/keep_referral.h"
#include "server/app/store.h"

/// Histories of referrals: from readings of the case system into the record, and from there to the figures.
namespace server::app {

/// A history is kept while its referral is open and so long after its end.
inline constexpr std::chrono::months kHistoriesKept{14};
/// What ended before this instant is not kept.
base::Instant histories_kept_from(base::Instant now);

/// A history that the case system no longer lists is kept so long, in case it is a fault there.
inline constexpr std::chrono::days kUnlistedKept{30};

/// Ids of the plans under which its sessions are listed, sorted.
std::vector<std::string> sorted_plans(const CaseReferral& referral);

/// When the approved plans were submitted; asked of the case system only when others are approved than `held`
/// tells. None where that is not told or cannot be read: the schedule does not wait for it.
std::optional<std::vector<figures::Plan>> read_plans(CaseSystem& case_system, const CaseReferral& referral,
                                                     const std::optional<History>& held);

/// What a reading tells. None where it does not tell when the referral was received.
std::optional<History> history_of(const ReferralReading& reading);

/// Keeps the history of a reading, if it is to be kept and is not held as it is.
base::Done keep_history(Transaction& transaction, const ReferralReading& reading, base::Instant now);

/// Every history with what the hub itself recorded laid over it: when it stored, submitted and telephoned,
/// which interventions were completed, what became of offers, and what evidence was asked for
/// (server/app/evidence.h). Whether somebody attended is the case system's word alone.
base::Result<std::vector<figures::ReferralHistory>> histories_for_figures(View& view, base::Instant now);

}  // namespace server::app
