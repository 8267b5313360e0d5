#pragma once

#include <string>

#include <sqlite3.h>

#include "shared/base/invariant.h"

namespace support {

/// A connection that knows nothing of the store's rules, as an intruder or a repair tool has.
class RawDatabase {
public:
    explicit RawDatabase(const std::string& path) {
        INVARIANT(sqlite3_open(path.c_str(), &database_) == SQLITE_OK, "the file opens");
    }
    ~RawDatabase() { sqlite3_close(database_); }
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    bool run(const std::string& sql) {
        return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    /// The first value of the first row; empty when there is none.
    std::string value(const std::string& sql) {
        std::string out;
        const auto read = [](void* target, int, char** values, char**) {
            if (values[0] != nullptr) *static_cast<std::string*>(target) = values[0];
            return 0;
        };
        sqlite3_exec(database_, sql.c_str(), read, &out, nullptr);
        return out;
    }

private:
    sqlite3* database_ = nullptr;
};

}  // namespace support
