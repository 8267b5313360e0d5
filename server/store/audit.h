#pragma once

#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The tables look and journal_lost: what people did that must be answered for later. Rows are only added.
namespace server::store {

base::Done append_look(Record& record, const app::PersonLook& look);
base::Result<std::vector<app::PersonLook>> looks(Record& record, base::Instant from, base::Instant to);

base::Done append_journal_lost(Record& record, const app::JournalLost& lost);
base::Result<std::vector<app::JournalLost>> all_lost_journals(Record& record);

}  // namespace server::store
