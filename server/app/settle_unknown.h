#pragma once

#include <vector>

#include "server/app/decide.h"
#include "server/app/today_board.h"

/// What staff do with an arrival for an appointment that the hub does not hold (docs/rules.md, "Arrival and
/// attendance", 4): it is kept, and waits for them.
namespace server::app {

/// The first arrival for this appointment that stands; `needs` is left empty. NotFound when there is none, or
/// when the hub holds the appointment by now.
base::Result<UnknownArrival> unknown_arrival(View& view, const domain::AppointmentId& id);

/// The appointments of the same person for which they may have come: expected here on that London day, and
/// nobody is recorded as having come; by start.
base::Result<std::vector<domain::Appointment>> may_have_come_for(View& view, const UnknownArrival& arrival);

/// They came for `instead` at this time: recorded as at the desk, and that arrival alone is taken back where
/// it was, with the reason. `decision.appointment` is the one that the hub does not hold. Errors are those of
/// unknown_arrival() and record_at_desk(); Conflict when `instead` is another person's.
base::Done link_unknown(Transaction& transaction, const Decision& decision,
                        const domain::AppointmentId& instead, base::Instant came_at,
                        const Occasion& occasion);

/// It was seen to in another way, as the reason says: that arrival alone is taken back. Errors are those of
/// unknown_arrival(); InvalidInput without a name or a reason.
base::Done settle_unknown(Transaction& transaction, const Decision& decision, const Occasion& occasion);

}  // namespace server::app
