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

/// Keeps that whoever visits looks at these names, as `what`, for a page that has them already.
base::Done note_seen(Office& office, const Visit& visit, const std::vector<domain::PersonId>& people,
                     const std::string& what);

/// Of those whom the hub holds. Whoever shows full ones keeps the look; of initials, for a screen that nobody
/// looks at, none is kept.
base::Result<Names> names_of_people(app::View& view, const std::vector<domain::PersonId>& people,
                                    Naming naming);

/// A name, or that the hub holds none.
std::string name_of(const Names& names, const domain::PersonId& person);

}  // namespace server::reception
