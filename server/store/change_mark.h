#pragma once

#include <memory>
#include <string>

#include "server/app/store.h"
#include "server/store/connection.h"

namespace server::store {

/// Sees by SQLite's own count what any program has committed to the database of a data folder.
class SqliteChangeMark final : public app::ChangeMark {
public:
    /// Beside an open SqliteStore. `vfs` as in Options.
    static base::Result<std::unique_ptr<SqliteChangeMark>> open(const std::string& folder,
                                                                const std::string& vfs = {});
    base::Result<std::int64_t> read() override;

private:
    explicit SqliteChangeMark(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
    std::unique_ptr<Connection> connection_;
};

}  // namespace server::store
