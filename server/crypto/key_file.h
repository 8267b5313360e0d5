#pragma once

#include <string>

#include "shared/base/entropy.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

/// The hub's key on disk: kKeyBytes random bytes that only the hub's user may read.
namespace server::crypto {

/// Writes a new random key, mode 0600, synced to disk. Conflict when the file is there already: a key is
/// never replaced, because what was sealed under it would be lost.
base::Done create_key_file(const std::string& path, base::Entropy& entropy);

/// NotFound when it is missing; Unauthorized when somebody else may read it or it cannot be opened; Corrupt
/// when it has another size.
base::Result<base::Secret> read_key_file(const std::string& path);

/// Writes a file that nobody had before, with these permissions, synced with its folder. Conflict when it is
/// there already, Unavailable when it cannot be written.
base::Done write_new_file(const std::string& path, std::string_view content, unsigned mode);

}  // namespace server::crypto
