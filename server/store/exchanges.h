#pragma once

#include <vector>

#include "server/app/exchange.h"
#include "server/store/record.h"

/// The table exchange: what was sent to the case system and what it answered.
namespace server::store {

base::Result<std::vector<app::Exchange>> exchanges_of_appointment(Record& record,
                                                                  const domain::AppointmentId& id);
base::Done append_exchange(Record& record, const app::Exchange& exchange);

}  // namespace server::store
