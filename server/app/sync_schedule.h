#pragma once

#include <chrono>
#include <cstddef>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "server/app/case_system.h"
#include "server/app/hub_place.h"
#include "server/app/keep_referral.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

struct SyncSettings {
    std::vector<domain::ContractRef> contracts;  ///< referrals of other contracts are dropped unread
    std::vector<HubAddress> addresses;
    std::chrono::days back{30};   ///< appointments are held from this many London days ago
    std::chrono::days ahead{14};  ///< to the end of the day this many ahead
    /// As the settings file gives them, for what is owed when an appointment's time changes.
    HubRules rules{};
    domain::Calendar calendar{};  ///< likewise
};

/// The case system can neither be asked for a day's appointments nor for what has changed. So the frequent
/// sync reads the referrals with an appointment today or tomorrow, those it has not seen before, and some of
/// the others in turn; the nightly one reads all. Both read some that ended long ago, for the figures.
enum class SyncExtent { TodayAndTomorrow, Everything };

/// How many referrals of the third kind a frequent sync reads: 1,300 are through in about two hours.
inline constexpr std::size_t kOthersInTurn = 100;
/// How many unseen ones at most, so that the first sync of a large provider does not hide today's changes.
inline constexpr std::size_t kUnseenAtATime = 500;
/// How many that ended before the days the hub holds, and whose history it lacks or has another end: after a
/// first start those of 14 months are through in some hours.
inline constexpr std::size_t kEndedAtATime = 200;
inline constexpr int kPagesMax = 1000;
/// Read together, then written in one transaction: check-ins wait behind it for some milliseconds.
inline constexpr std::size_t kReferralsABatch = 20;

struct SyncOutcome {
    bool complete = false;     ///< it came to its end, though some referrals may not have been read
    std::size_t read = 0;      ///< own referrals read
    std::size_t changed = 0;   ///< of which something was written
    std::size_t not_read = 0;  ///< their old copy is kept
    std::string problem;       ///< in plain words, as written to the SyncState
};

/// Keeps the hub's copy of the case system's schedule. From one thread at a time.
class ScheduleSync {
public:
    ScheduleSync(CaseSystem& case_system, Store& store, base::Entropy& entropy, SyncSettings settings);

    /// One pass. What cannot be read keeps its old copy, and the SyncState says so in plain words; an error
    /// is one of the store's. Stops between batches when asked to.
    base::Result<SyncOutcome> run(SyncExtent extent, base::Instant now, const std::stop_token& stop = {});

private:
    using Ids = std::vector<domain::ReferralId>;
    struct Pass;

    void read_pages(Pass& pass) const;
    base::Done choose(Pass& pass, SyncExtent extent);
    base::Done choose_unseen_and_others(Pass& pass, View& view);
    base::Done choose_ended(Pass& pass, View& view);
    CaseResult<ReferralReading> read_whole(const domain::ReferralId& id,
                                           const std::optional<History>& held) const;
    bool is_ours(const domain::ContractRef& contract) const;
    base::Done read_and_keep(Pass& pass, std::span<const domain::ReferralId> batch);
    base::Done keep(Pass& pass, const std::vector<ReferralReading>& readings);
    base::Done note(const Pass& pass);

    CaseSystem& case_system_;
    Store& store_;
    base::Entropy& entropy_;
    const SyncSettings settings_;
    /// Of other contracts: never read again by this process, for a referral's contract does not change.
    std::set<domain::ReferralId> elsewhere_;
    /// Ours without an appointment to hold: not unseen, and read again in turn.
    std::set<domain::ReferralId> nothing_to_hold_;
    /// The last of the others that was read in turn.
    domain::ReferralId turn_;
    /// The last of those that ended long ago.
    domain::ReferralId ended_turn_;
};

}  // namespace server::app
