#pragma once

#include "server/app/itinerary.h"
#include "server/reception/visit.h"

namespace server::reception {

/// Does a change of what is on, as one transaction, in the name of whoever visits.
template <class Change>
base::Done edit_itinerary(Office& office, const Visit& visit, const Change& change) {
    const app::Editing editing{visit.account.name, visit.moment.now, office.needs.entropy};
    return office.needs.store.write_and_wait(
        [&](app::Transaction& transaction) -> base::Done { return change(transaction, editing); });
}

}  // namespace server::reception
