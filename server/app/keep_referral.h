#pragma once

#include <optional>
#include <vector>

#include "server/app/case_system.h"
#include "server/app/hub_place.h"
#include "server/app/occasion.h"
#include "server/app/store.h"

namespace server::app {

/// Everything the hub reads of one referral.
struct ReferralReading {
    CaseReferral referral;
    std::vector<CaseAppointment> appointments;  ///< an id may come twice: the later one counts
    /// Those that were approved, for the figures; absent: they were not read.
    std::optional<std::vector<figures::Plan>> plans;
};

/// Appointments that start in [from, to) are held, and later changes of those held already.
struct Window {
    base::Instant from{};
    base::Instant to{};
};

enum class Kept { NothingToHold, Unchanged, Changed };

/// Brings the record up to one reading. The reading must be complete: an appointment that is held but no
/// longer listed becomes Cancelled, and so does one that starts after the day on which its referral ended.
/// Nothing is deleted, and rows that have not changed are not written. What is owed for an appointment that
/// changed follows it (follow_schedule). `fresh_person` is the id of the person if the hub does not know them
/// yet.
base::Result<Kept> keep_referral(Transaction& transaction, const ReferralReading& reading,
                                 const Window& window, const std::vector<HubAddress>& addresses,
                                 const domain::PersonId& fresh_person, const Occasion& occasion);

}  // namespace server::app
