#pragma once

#include "server/app/drop_batch.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

/// Takes in what came back for a batch: what was taken is submitted, what was not is for a person with the
/// provider's reason. What was recorded otherwise meanwhile is for a person too. Said twice in the same words
/// it counts once.
///
/// NotFound for a batch that was never handed over, InvalidInput where the answer does not have each of its
/// rows once, Conflict where it was answered otherwise before; nothing is changed then.
base::Done take_answer(Transaction& transaction, const BatchAnswer& answer, const std::string& file,
                       base::Instant now, base::Entropy& entropy);

/// Every update of a batch to which no answer has come is for a person from now on. An answer that comes
/// later still counts.
base::Done give_to_people(Transaction& transaction, DropBatch batch, const std::string& file,
                          base::Instant now);

}  // namespace server::app
