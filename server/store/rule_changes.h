#pragma once

#include <vector>

#include "server/app/rule_change.h"
#include "server/store/record.h"

/// The table rule_change. Rows are only added.
namespace server::store {

base::Done append_rule_change(Record& record, const app::RuleChange& change);
/// Without who and why: nothing is unsealed, for every request asks for them.
base::Result<std::vector<app::RuleValue>> all_rule_values(Record& record);
base::Result<std::vector<app::RuleChange>> all_rule_changes(Record& record);

}  // namespace server::store
