#include "server/store/migrations.h"

#include <string>

#include "server/store/connection.h"
#include "server/store/failure.h"

namespace server::store {

int newest_version() {
    return static_cast<int>(migrations().size());
}

namespace {

int version_of(Connection& connection) {
    return static_cast<int>(connection.number_of("PRAGMA user_version"));
}

void migrate_to(Connection& connection, int version) {
    for (int next = version_of(connection) + 1; next <= version; ++next) {
        Batch batch(connection);
        connection.run(std::string(migrations()[static_cast<std::size_t>(next - 1)].sql));
        connection.run("PRAGMA user_version = " + std::to_string(next));
        batch.commit();
    }
}

std::string schema_of(Connection& connection) {
    std::string schema;
    Query row = connection.query("SELECT name, ifnull(sql, '') FROM sqlite_master ORDER BY type, name");
    while (row.next()) schema += row.text(0) + '\n' + row.text(1) + '\n';
    return schema;
}

}  // namespace

base::Done check_schema(Connection& connection) {
    return attempt([&]() -> base::Done {
        const int version = version_of(connection);
        Connection fresh(":memory:", Connection::Use::Write, "");
        migrate_to(fresh, version);
        if (schema_of(connection) == schema_of(fresh)) return {};
        return base::fail(base::ErrorKind::Corrupt,
                          "the tables of the database are not those of its version (" +
                              std::to_string(version) +
                              "); nothing was changed. Restore a backup, or use the program that made it");
    });
}

base::Done migrate(Connection& connection) {
    return attempt([&]() -> base::Done {
        migrate_to(connection, newest_version());
        return {};
    });
}

}  // namespace server::store
