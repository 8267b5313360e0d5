#pragma once

#include <string>

#include "server/store/record.h"

/// What must be true of a database before anything is written to it.
namespace server::store {

/// "HubR" in the file's header: this file is a hub's record.
inline constexpr std::int32_t kApplicationId = 0x48756252;
/// Files up to this size are read through at every start; larger ones only by full_check.
inline constexpr std::int64_t kQuickCheckBytesMax = std::int64_t{64} * 1024 * 1024;
/// How many of the newest events are checked at every start.
inline constexpr std::int64_t kQuickCheckEvents = 256;

/// Looks at the file's header without SQLite: NotFound, or Corrupt when it is empty, no database, no hub's,
/// cut short, or made by a newer version.
base::Done check_header(const std::string& path);
/// Looks through SQLite, after check_header: Corrupt when the version is newer, a page is damaged, the newest
/// events do not follow from each other, or the hub's key is another's.
base::Done check_content(Record& record);
/// Everything: integrity, references, and the whole chain. Takes seconds on a large record.
base::Done check_everything(Record& record);

}  // namespace server::store
