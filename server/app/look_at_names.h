#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

/// The names of these people, for a member of staff who asked for them. Each look is kept (who, when, what)
/// in this same transaction, once a person; of people whom the hub no longer holds there is neither.
///
/// InvalidInput without a name of whoever looks, or with one beyond kActorBytesMax.
base::Result<std::map<domain::PersonId, std::string>> look_at_names(
    Transaction& transaction, const std::vector<domain::PersonId>& people, const std::string& who,
    const std::string& what, base::Instant now, base::Entropy& entropy);

}  // namespace server::app
