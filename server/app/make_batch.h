#pragma once

#include <optional>

#include "server/app/drop_batch.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

/// Gathers what a person has decided to submit and whose time has come, the tightest deadline first, into a
/// new batch. Each of its updates is Sending from this commit on. What cannot be sent is left to a person
/// with why, as the forwarder does. None when nothing is to go.
base::Result<std::optional<DropBatch>> make_batch(Transaction& transaction, base::Instant now,
                                                  base::Entropy& entropy);

/// The words of an update that is in a file and not answered yet; they begin with kInFile.
std::string in_file_words(const std::string& file, base::Instant now);
inline constexpr std::string_view kInFile = "In the file ";

}  // namespace server::app
