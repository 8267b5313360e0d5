#pragma once

#include <string>
#include <vector>

#include "server/app/change_rule.h"
#include "server/app/rule_words.h"
#include "server/reception/render.h"

/// The hub's rules as words for their pages.
namespace server::reception {

/// Days as people say them, and languages by their English names.
app::RuleSpelling rule_spelling();

/// Opening hours, grace, closing days to come, bank holidays that differ from the list, languages: `name`,
/// `value`, and `change`, the path of the page on which a manager changes it.
Words rule_rows(const app::RuleSet& set, domain::Date today);

/// Who changed what, and why, for part_changes; the newest first.
void set_rule_changes(Words& words, const std::vector<app::RuleChange>& changes, base::Instant now);

/// `The hub expects 7 people then`; a sentence for each of what follows.
Words consequences_in_words(const app::Consequences& follows);

}  // namespace server::reception
