#pragma once

#include <vector>

#include "server/app/store.h"
#include "shared/protocol/messages.h"

namespace server::app {

/// Those of a person's appointments of a day that they can be expected at here, by start.
base::Result<std::vector<domain::Appointment>> expected_of(View& view, const domain::PersonId& person,
                                                           domain::Date day);

/// An appointment as a kiosk may show it. Of a doubtful arrival the time is kept beside `clock`, so that the
/// kiosk knows that they came and names no time.
base::Result<protocol::OfferedAppointment> offered(View& view, const domain::Appointment& appointment);

}  // namespace server::app
