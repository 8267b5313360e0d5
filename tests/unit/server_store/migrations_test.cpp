// A step of the schema that makes a table anew keeps what it holds and what guards it.

#include "server/store/migrations.h"

#include <string>

#include <gtest/gtest.h>

#include "server/store/connection.h"
#include "server/store/failure.h"

namespace server::store {
namespace {

/// Applies the steps that come before the one of this name.
void migrate_until(Connection& database, std::string_view name) {
    int version = 0;
    for (const Migration& step : migrations()) {
        if (step.name == name) break;
        database.run(std::string(step.sql));
        database.run("PRAGMA user_version = " + std::to_string(++version));
    }
    ASSERT_LT(version, newest_version()) << "there is a step of this name";
}

TEST(Migrations, KeepWhatWasDoneToAccountsAndThatItCannotBeChanged) {
    Connection database(":memory:", Connection::Use::Write, "");
    migrate_until(database, "0009_desk");
    database.run(
        "INSERT INTO account (id, name_hash, role, added_at, wrong_tries, sessions_since, sealed) "
        "VALUES ('a', x'01', 'manager', 1, 0, 0, x'02')");
    database.run(
        "INSERT INTO account_change (seq, id, at, account, what, sealed) "
        "VALUES (7, 'one', 1, 'a', 'added', x'03'), (9, 'two', 2, 'a', 'locked', x'04')");
    ASSERT_TRUE(migrate(database));
    EXPECT_TRUE(check_schema(database));
    EXPECT_EQ(database.number_of("SELECT sum(seq) FROM account_change WHERE sealed IN (x'03', x'04')"), 16);
    EXPECT_EQ(database.number_of("SELECT count(*) FROM account WHERE erased_at IS NULL"), 1);
    for (const char* change : {"UPDATE account_change SET at = 3", "DELETE FROM account_change",
                               "REPLACE INTO account_change (seq, id, at, account, what, sealed) "
                               "VALUES (7, 'one', 3, 'a', 'reset', x'05')",
                               "INSERT INTO account_change (id, at, account, what, sealed) "
                               "VALUES ('three', 3, 'nobody', 'erased', x'05')"}) {
        const auto done = attempt([&]() -> base::Done {
            database.run(change);
            return {};
        });
        EXPECT_FALSE(done) << change;
    }
    database.run(
        "INSERT INTO account_change (id, at, account, what, sealed) VALUES ('three', 3, 'a', 'erased', "
        "x'05')");
    EXPECT_EQ(database.number_of("SELECT max(seq) FROM account_change"), 10);
}

}  // namespace
}  // namespace server::store
