#pragma once

#include <vector>

#include "server/app/case_link.h"
#include "server/app/deadlines.h"
#include "server/store/record.h"

/// The tables deadline_breach and case_link.
namespace server::store {

base::Result<std::vector<app::Breach>> breaches_of_appointment(Record& record,
                                                               const domain::AppointmentId& id);
base::Result<std::vector<app::Breach>> breaches(Record& record, base::Instant from, base::Instant to);
base::Done append_breach(Record& record, const app::Breach& breach);

base::Result<app::CaseLink> read_case_link(Record& record);
base::Done put_case_link(Record& record, const app::CaseLink& link);

}  // namespace server::store
