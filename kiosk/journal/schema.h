#pragma once

#include <string>

#include "shared/base/result.h"

namespace SQLite {
class Database;
}

namespace kiosk::journal {

/// "KJRN": says in the file's header that it is a kiosk's journal.
inline constexpr int kApplicationId = 0x4b4a524e;

/// Sees that the file is a whole journal of a known version, or still empty; changes nothing. Corrupt with a
/// sentence otherwise. May throw SQLite::Exception, like the next.
base::Done check(SQLite::Database& database, const std::string& path);

/// Brings a checked file to the newest version, each step in a transaction of its own.
void migrate(SQLite::Database& database);

}  // namespace kiosk::journal
