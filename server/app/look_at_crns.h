#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

/// The CRNs of these people, for a member of staff who asked for them. Each look is kept like a look at a
/// name (server/app/look_at_names.h), in this same transaction; of people whom the hub no longer holds there
/// is neither.
///
/// InvalidInput without a name of whoever looks, or with one beyond kActorBytesMax.
base::Result<std::map<domain::PersonId, std::string>> look_at_crns(
    Transaction& transaction, const std::vector<domain::PersonId>& people, const std::string& who,
    const std::string& what, base::Instant now, base::Entropy& entropy);

}  // namespace server::app
