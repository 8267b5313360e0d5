#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/figures/frozen.h"
#include "server/figures/referral_history.h"

/// What the hub keeps for the figures of the contract, apart from its daily list (docs/figures.md).
namespace server::app {

/// A referral's history as the case system tells it. What only the hub knows is laid over it when figures are
/// reckoned (server/app/histories.h).
struct History {
    figures::ReferralHistory told;   ///< `person` stays empty: figures count referrals
    std::vector<std::string> plans;  ///< ids of the approved plans whose times were read, sorted

    bool operator==(const History&) const = default;
};

/// Which histories the hub holds, and which it must not.
struct HistoryMark {
    domain::ReferralId referral;
    std::optional<base::Instant> concluded_at;
    bool erased = false;  ///< with its person: it is not to be read again
    /// Since when the case system's whole list has lacked it; absent: it is listed.
    std::optional<base::Instant> unlisted_at{};

    bool operator==(const HistoryMark&) const = default;
};

/// The last time that the whole of the case system's list was read for the histories.
struct HistoryReading {
    base::Instant complete_at{};
    unsigned not_read = 0;  ///< referrals that could not be: the figures may lack them

    bool operator==(const HistoryReading&) const = default;
};

/// What the hub itself recorded, in times alone.
struct OwnRecord {
    struct Times {
        std::optional<base::Instant> stored_at;     ///< when an attendance was first stored or drafted
        std::optional<base::Instant> drafted_at;    ///< in the case system, by the hub
        std::optional<base::Instant> submitted_at;  ///< by the hub
        std::optional<base::Instant> told_at;       ///< the practitioner, by telephone

        bool operator==(const Times&) const = default;
    };
    std::map<domain::AppointmentId, Times> appointments;
    std::map<domain::ReferralId, base::Instant> completed;  ///< the intervention

    bool operator==(const OwnRecord&) const = default;
};

}  // namespace server::app
