#pragma once

#include <string>
#include <vector>

#include "server/app/person_records.h"
#include "server/store/record.h"

/// The table help_follow_up, and the calls that it is about.
namespace server::store {

base::Result<std::vector<app::Call>> help_calls(Record& record, base::Instant from);
base::Result<std::vector<app::HelpFollowUp>> follow_ups_of_call(Record& record, const std::string& call);
base::Done append_follow_up(Record& record, const app::HelpFollowUp& follow_up);

}  // namespace server::store
