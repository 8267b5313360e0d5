#pragma once

#include <string>
#include <string_view>

#include "server/evidence/pack_files.h"
#include "shared/base/instant.h"
#include "shared/base/result.h"

/// Packs as ZIP files, in memory: nothing is ever written to a disk under a name that stands in a file.
namespace server::evidence {

/// `at` stands as the time of each file. InvalidInput when it would be larger than a pack may be.
base::Result<std::string> to_zip(const PackFiles& files, base::Instant at);

/// InvalidInput, in plain words with what to do, unless it is a whole ZIP file with just the files of a pack
/// (kPackFiles), each once and no larger than server/evidence/limits.h allows. Whether they are genuine is
/// another question.
base::Result<PackFiles> read_zip(std::string_view bytes);

}  // namespace server::evidence
