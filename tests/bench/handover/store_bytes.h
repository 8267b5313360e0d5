#pragma once

#include <cstdint>
#include <string>

#include "shared/base/result.h"

namespace bench {

/// Bytes of the pages that a table and its indexes fill, and its rows.
struct TableBytes {
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
};

/// Of one table of a closed record's database. Unavailable when SQLite cannot tell
/// (SQLITE_ENABLE_DBSTAT_VTAB).
base::Result<TableBytes> bytes_of_table(const std::string& database, const std::string& table);

/// Of the whole database with its log, as files.
std::int64_t bytes_of_files(const std::string& database);

}  // namespace bench
