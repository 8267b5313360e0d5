#pragma once

#include <string>
#include <vector>

#include "server/reception/board_words.h"
#include "server/reception/visit.h"

namespace server::reception {

/// The names of these people, after it is kept that whoever visits looked at them, as `what`. A page that
/// stays open, or is come back to, shows a name again and again: that is one look a day and session.
base::Result<Names> names_seen(Office& office, const Visit& visit,
                               const std::vector<domain::PersonId>& people, const std::string& what);

/// Initials instead, for a screen that nobody looks at: no look is kept.
base::Result<Names> initials_of_people(Office& office, const std::vector<domain::PersonId>& people);

/// A name, or that the hub holds none.
std::string name_of(const Names& names, const domain::PersonId& person);

}  // namespace server::reception
