#pragma once

#include <vector>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// Those of a person's appointments of a day that they can be expected at here, by start.
base::Result<std::vector<domain::Appointment>> expected_of(View& view, const domain::PersonId& person,
                                                           domain::Date day);

/// An appointment as a kiosk may show it. The time of a doubtful arrival is shown within the hub's opening
/// hours of the day, because a kiosk's clock may have stood at 1970.
base::Result<protocol::OfferedAppointment> offered(View& view, const domain::Appointment& appointment,
                                                   const HubRules& rules);

}  // namespace server::app
