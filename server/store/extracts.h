#pragma once

#include <vector>

#include "server/app/extract_records.h"
#include "server/store/record.h"

/// The tables extract_request and extract_step.
namespace server::store {

base::Result<std::vector<app::ExtractRequest>> all_extract_requests(Record& record);
base::Result<std::vector<app::ExtractStep>> all_extract_steps(Record& record);
base::Done append_extract_request(Record& record, const app::ExtractRequest& request);
base::Done append_extract_step(Record& record, const app::ExtractStep& step);

}  // namespace server::store
