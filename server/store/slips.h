#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The table slip.
namespace server::store {

base::Result<app::Slip> read_slip(Record& record, const domain::SlipId& id);
base::Result<std::optional<app::Slip>> find_slip(Record& record, std::string_view hash);
base::Result<std::optional<app::Slip>> slip_of_person(Record& record, const domain::PersonId& person);
base::Result<std::vector<app::Slip>> all_slips(Record& record);
base::Done put_slip(Record& record, const app::Slip& slip);
base::Done forget_slips(Record& record, base::Instant ended_before);

/// From the start of the hub's chain, which is random and stays as long as the record.
base::Result<std::string> read_slip_mark(Record& record);

}  // namespace server::store
