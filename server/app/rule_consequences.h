#pragma once

#include <optional>

#include "server/app/change_rule.h"

/// For change_rule.cpp only.
namespace server::app {

/// What would follow from `after` in place of `before`; `day` is looked at besides the next kExpectedAhead.
base::Result<Consequences> what_follows(View& view, const RuleSet& before, const RuleSet& after,
                                        std::optional<domain::Date> day, base::Instant now);

/// Gives what is owed the deadline that this calendar gives it.
base::Done move_deadlines(Transaction& transaction, const domain::Calendar& calendar, base::Instant now);

}  // namespace server::app
