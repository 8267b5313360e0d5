#pragma once

#include <optional>
#include <vector>

#include "server/app/store.h"
#include "server/store/record.h"
#include "shared/domain/update.h"

/// The table outbox: what is owed to the case system. Of erased people without note, decider and reason.
namespace server::store {

base::Result<std::optional<domain::Update>> update_of_appointment(Record& record,
                                                                  const domain::AppointmentId& id);
base::Result<std::vector<domain::Update>> owed_updates(Record& record);
base::Result<std::optional<domain::Update>> due_update(Record& record, base::Instant now,
                                                       const app::View::Wanted& wanted);
base::Result<std::vector<domain::Update>> updates_starting(Record& record, base::Instant from,
                                                           base::Instant to);
base::Done put_update(Record& record, const domain::Update& update);

}  // namespace server::store
