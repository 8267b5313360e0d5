#pragma once

#include "server/app/change_rule.h"

/// For change_rule.cpp only.
namespace server::app {

/// Whether a change of this rule moves deadlines: it is one of bank holidays.
bool moves_deadlines(const RuleValue& value);

/// What would follow from `after`, which has this change, in place of `before`. The day of a change is looked
/// at besides the next kExpectedAhead.
base::Result<Consequences> what_follows(View& view, const RuleSet& before, const RuleSet& after,
                                        const RuleValue& value, base::Instant now);

}  // namespace server::app
