#pragma once

#include <vector>

#include "server/app/visitors.h"
#include "server/store/record.h"

/// The table visitor_count.
namespace server::store {

base::Result<std::vector<app::VisitorCount>> visitor_counts(Record& record, base::Instant from,
                                                            base::Instant to);
base::Done append_visitor_count(Record& record, const app::VisitorCount& count);

}  // namespace server::store
