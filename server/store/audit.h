#pragma once

#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The tables look, journal_settled and erasure: what was done that must be answered for later. Rows are only
/// added.
namespace server::store {

base::Done append_look(Record& record, const app::PersonLook& look);
base::Result<std::vector<app::PersonLook>> looks(Record& record, base::Instant from, base::Instant to);

base::Done append_journal_settled(Record& record, const app::JournalSettled& settled);
base::Result<std::vector<app::JournalSettled>> all_settled_journals(Record& record);

/// Whatever the person's row says: erasing is the caller's.
base::Done append_erasure(Record& record, const app::Erasure& erasure);
base::Result<std::vector<app::Erasure>> erasures(Record& record, base::Instant from, base::Instant to);

}  // namespace server::store
