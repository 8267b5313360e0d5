#pragma once

#include <optional>

#include "server/app/drop_batch.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

/// Gathers what a person has decided to submit and whose time has come, the tightest deadline first, into a
/// new batch. The updates stay Held until it leaves, so that people may still correct them. What cannot be
/// sent is left to a person with why, as the forwarder does; what is submitted already and was to be sent
/// again is as it was. None when nothing is to go.
base::Result<std::optional<DropBatch>> make_batch(Transaction& transaction, base::Instant now,
                                                  base::Entropy& entropy);

/// The last look before a batch's file is handed over: Leaving, with all its updates Sending, where each row
/// is still just what would be told now; Abandoned otherwise. What is committed then goes out as it is.
base::Result<DropBatch> let_leave(Transaction& transaction, DropBatch batch, base::Instant now);

/// A batch that is Leaving and was seen not to have been handed over is Prepared again, and its updates Held.
base::Done take_back_from_leaving(Transaction& transaction, DropBatch batch, base::Instant now);

/// What is kept of a row that was said or answered.
Exchange exchange_about(const DropRow& row, CaseCall call, const std::string& file, base::Instant now,
                        base::Entropy& entropy);

/// The words of an update that is in a file and not answered yet; they begin with kInFile.
std::string in_file_words(const std::string& file, base::Instant now);
inline constexpr std::string_view kInFile = "In the file ";

}  // namespace server::app
