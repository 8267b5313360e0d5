#pragma once

#include <string>

#include "server/app/occasion.h"
#include "server/app/store.h"

namespace server::app {

/// Who ends a slip, and why.
struct SlipEnding {
    domain::SlipId slip;
    std::string actor;   ///< the name of the member of staff
    std::string reason;  ///< in their words
};

/// A member of staff ends a slip: an event of the record. A kiosk that can reach the server finds nobody by
/// it from now on, one that cannot when it next has a list. InvalidInput without a name or a reason or with
/// one that is too long, NotFound for a slip the hub does not hold, Conflict when it has ended before.
base::Done revoke_slip(Transaction& transaction, const SlipEnding& ending, const Occasion& occasion);

}  // namespace server::app
