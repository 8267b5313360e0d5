#pragma once

#include <string>

#include "server/app/occasion.h"
#include "server/app/store.h"
#include "shared/domain/keyed_hash.h"

namespace server::app {

/// A slip works on the London day on which it is made and on so many after it.
inline constexpr std::chrono::days kSlipLasts{90};

/// A slip and, this once, its token: it is printed, and kept nowhere.
struct MadeSlip {
    Slip slip;
    std::string token;
};

/// A member of staff gives the person of this referral a slip, by which a kiosk finds them: an event of the
/// record. The person's slip of before ends with it, so that one that was lost is good for nothing.
/// InvalidInput without a name or with one that is too long, NotFound for a referral the hub does not hold.
base::Result<MadeSlip> make_slip(Transaction& transaction, const domain::ReferralId& referral,
                                 const std::string& actor, const domain::KeyedHash& hash,
                                 const Occasion& occasion);

/// The token of a badge for staff: it leads to the number of a kiosk's staff corner and opens nothing by
/// itself, so it is nobody's own and is kept nowhere.
base::Result<std::string> make_badge(View& view, base::Entropy& entropy);

}  // namespace server::app
