#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/app/moment.h"
#include "server/app/rule_change.h"
#include "server/app/store.h"
#include "shared/domain/calendar.h"

/// The hub's rules as they are now: what the settings file gives, and over it what managers have changed.
/// They are read in the same look at the record as everything else that a request needs, so that no request
/// sees them half old and half new, and every program on the record sees the same
/// (docs/adr/0017-rules-change-in-the-record.md).
namespace server::app {

struct RuleSet {
    HubRules rules{};
    domain::Calendar calendar{};
    std::vector<std::string> languages{};  ///< that new kiosks offer; empty: all they can speak
};

/// `set` with this change. A newer change of the same thing stands before an older one, and each before the
/// settings file; a day that is as listed is again what `of_file` has it.
RuleSet changed(RuleSet set, const RuleValue& value, const RuleSet& of_file);

base::Result<RuleSet> rules_in_force(View& view, const RuleSet& of_file);

}  // namespace server::app
