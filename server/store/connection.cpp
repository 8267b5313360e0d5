#include "server/store/connection.h"

#include <sqlite3.h>

#include "shared/base/invariant.h"

namespace server::store {

Query::Query(Cached& cached) : cached_(cached) {
    INVARIANT(!cached.in_use, "a statement is not used inside itself");
    cached.in_use = true;
}

Query::~Query() {
    cached_.statement.tryReset();
    cached_.statement.clearBindings();
    cached_.in_use = false;
}

Connection::Connection(const std::string& path, Use use, const std::string& vfs, Sync sync)
    : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, static_cast<int>(kBusyMax.count()),
                vfs) {
    run("PRAGMA foreign_keys = ON");
    run("PRAGMA recursive_triggers = ON");
    run("PRAGMA temp_store = MEMORY");  // nothing personal in temporary files
    run("PRAGMA secure_delete = ON");
    run("PRAGMA cell_size_check = ON");
    run("PRAGMA trusted_schema = OFF");
    run(sync == Sync::Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
    if (use == Use::Read) run("PRAGMA query_only = ON");
    if (use == Use::Write) {
        // Arrivals touch pages all over the indexes: kept in memory, and written back in larger strides.
        run("PRAGMA cache_size = -8000");
        run("PRAGMA wal_autocheckpoint = 4000");
    }
}

Query Connection::query(const char* sql) {
    std::unique_ptr<Query::Cached>& cached = statements_[sql];
    if (!cached) cached.reset(new Query::Cached{SQLite::Statement(database_, sql)});
    return Query(*cached);
}

void Connection::run(const std::string& sql) {
    database_.exec(sql);
}

std::int64_t Connection::number_of(const char* sql) {
    SQLite::Statement statement(database_, sql);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

void Connection::keep_file_on_close(bool keep) {
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

bool Connection::empty_log() {
    return sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                     nullptr) == SQLITE_OK;
}

Batch::Batch(Connection& connection) : connection_(connection) {
    connection_.query("BEGIN IMMEDIATE").run();
}

Batch::~Batch() {
    if (!connection_.in_transaction()) return;
    try {
        connection_.query("ROLLBACK").run();
    } catch (const SQLite::Exception&) {
        // SQLite has rolled back by itself, or will when the connection closes: nothing was committed.
    }
}

void Batch::commit() {
    connection_.query("COMMIT").run();
}

Step::Step(Connection& connection) : connection_(connection) {
    connection_.query("SAVEPOINT step").run();
}

Step::~Step() {
    if (!open_ || !connection_.in_transaction()) return;
    try {
        take_back();
    } catch (const SQLite::Exception&) {
        // Only on the way out of a batch that fails as a whole.
    }
}

void Step::keep() {
    connection_.query("RELEASE step").run();
    open_ = false;
}

void Step::take_back() {
    connection_.query("ROLLBACK TO step").run();
    connection_.query("RELEASE step").run();
    open_ = false;
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
    connection_.query("BEGIN").run();
}

Snapshot::~Snapshot() {
    if (!connection_.in_transaction()) return;
    try {
        connection_.query("ROLLBACK").run();
    } catch (const SQLite::Exception&) {
        // A reading transaction has nothing to lose.
    }
}

}  // namespace server::store
