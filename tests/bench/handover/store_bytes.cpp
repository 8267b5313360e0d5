#include "tests/bench/handover/store_bytes.h"

#include <filesystem>
#include <memory>

#include <sqlite3.h>

namespace bench {
namespace {

base::Result<std::int64_t> number_of(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v2(database, sql.c_str(), -1, &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(made, sqlite3_finalize);
    if (!statement || sqlite3_step(statement.get()) != SQLITE_ROW)
        return base::fail(base::ErrorKind::Unavailable,
                          std::string("the store's sizes cannot be read: ") + sqlite3_errmsg(database));
    return sqlite3_column_int64(statement.get(), 0);
}

}  // namespace

base::Result<TableBytes> bytes_of_table(const std::string& database, const std::string& table) {
    sqlite3* opened = nullptr;
    sqlite3_open_v2(database.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closing(opened, sqlite3_close);
    TableBytes found;
    found.bytes = TRY(number_of(opened,
                                "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name IN "
                                "(SELECT name FROM sqlite_schema WHERE tbl_name = '" +
                                    table + "')"));
    found.rows = TRY(number_of(opened, "SELECT count(*) FROM " + table));
    return found;
}

std::int64_t bytes_of_files(const std::string& database) {
    std::int64_t bytes = 0;
    for (const char* ending : {"", "-wal"}) {
        std::error_code missing;
        const auto size = std::filesystem::file_size(database + ending, missing);
        if (!missing) bytes += static_cast<std::int64_t>(size);
    }
    return bytes;
}

}  // namespace bench
