#pragma once

#include <string>

#include "server/app/occasion.h"
#include "server/app/store.h"

namespace server::app {

/// Who says so, and why.
struct Completion {
    domain::ReferralId referral;
    std::string actor;   ///< the name of the member of staff
    std::string reason;  ///< in their words
};

/// A member of staff says that the intervention of a referral is completed: an event of the record, and the
/// exit survey and the rating at the end are open for the person's next visit. InvalidInput without a name or
/// a reason or with one that is too long, NotFound for a referral the hub does not hold, Conflict when it was
/// said before.
base::Done complete_intervention(Transaction& transaction, const Completion& completion,
                                 const Occasion& occasion);

}  // namespace server::app
