#include "kiosk/journal/schema.h"

#include <array>

#include <SQLiteCpp/SQLiteCpp.h>

namespace kiosk::journal {
namespace {

/// One entry a version, in order; an entry is never changed once a kiosk has run it.
constexpr std::array kMigrations{
    R"sql(
        CREATE TABLE record (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('arrival', 'undo', 'reason', 'call')),
            arrival TEXT NOT NULL,
            body TEXT NOT NULL,
            written_at_us INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'needs_person')),
            told_saved_here INTEGER NOT NULL DEFAULT 0,
            tries INTEGER NOT NULL DEFAULT 0,
            last_status INTEGER NOT NULL DEFAULT 0,
            accepted_at_us INTEGER
        ) STRICT;
        -- Filled and emptied again to see whether there is room for an act.
        CREATE TABLE room (filler BLOB NOT NULL) STRICT;
        CREATE INDEX record_by_state ON record (state, seq);
        -- What the server has not accepted is never removed, whatever a program asks for.
        CREATE TRIGGER record_stays_until_accepted BEFORE DELETE ON record WHEN old.state <> 'accepted'
        BEGIN SELECT RAISE(ABORT, 'a record is kept until the server has accepted it'); END;
        -- The act itself is never changed.
        CREATE TRIGGER record_is_not_rewritten BEFORE UPDATE OF key, kind, arrival, body, written_at_us ON record
        BEGIN SELECT RAISE(ABORT, 'an act is not rewritten'); END;
    )sql",
    R"sql(
        CREATE TABLE record_of_now (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL
                CHECK (kind IN ('arrival', 'undo', 'reason', 'call', 'offer', 'answers')),
            arrival TEXT NOT NULL,
            body TEXT NOT NULL,
            written_at_us INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'needs_person')),
            told_saved_here INTEGER NOT NULL DEFAULT 0,
            tries INTEGER NOT NULL DEFAULT 0,
            last_status INTEGER NOT NULL DEFAULT 0,
            accepted_at_us INTEGER
        ) STRICT;
        INSERT INTO record_of_now SELECT seq, key, kind, arrival, body, written_at_us, state, told_saved_here,
            tries, last_status, accepted_at_us FROM record ORDER BY seq;
        DROP TABLE record;
        ALTER TABLE record_of_now RENAME TO record;
        CREATE INDEX record_by_state ON record (state, seq);
        CREATE TRIGGER record_stays_until_accepted BEFORE DELETE ON record WHEN old.state <> 'accepted'
        BEGIN SELECT RAISE(ABORT, 'a record is kept until the server has accepted it'); END;
        CREATE TRIGGER record_is_not_rewritten BEFORE UPDATE OF key, kind, arrival, body, written_at_us ON record
        BEGIN SELECT RAISE(ABORT, 'an act is not rewritten'); END;
        -- Anonymous answers until the close of day: one text, whatever their number.
        CREATE TABLE held (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            day TEXT NOT NULL,
            answers TEXT NOT NULL
        ) STRICT;
    )sql",
    R"sql(
        -- What is on at the hub, as the server last said: nobody's record.
        CREATE TABLE itinerary (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            text TEXT NOT NULL
        ) STRICT;
    )sql",
};

int number(SQLite::Database& database, const char* query) {
    return database.execAndGet(query).getInt();
}

}  // namespace

base::Done check(SQLite::Database& database, const std::string& path) {
    const auto refuse = [&](const std::string& why) {
        return base::fail(base::ErrorKind::Corrupt, "the journal " + path + ' ' + why +
                                                        ". Nothing in it was changed. Keep the file, and ask "
                                                        "for help before this kiosk is used");
    };
    const int version = number(database, "PRAGMA user_version");
    const int application = number(database, "PRAGMA application_id");
    const bool empty = number(database, "SELECT count(*) FROM sqlite_master") == 0;
    if (empty && version == 0 && application == 0) return {};
    if (application != kApplicationId) return refuse("is not a kiosk's journal");
    if (version > static_cast<int>(kMigrations.size())) return refuse("was written by a newer hub-kiosk");
    if (database.execAndGet("PRAGMA quick_check(1)").getString() != "ok") return refuse("is damaged");
    return {};
}

void migrate(SQLite::Database& database) {
    const auto version = static_cast<std::size_t>(number(database, "PRAGMA user_version"));
    for (std::size_t next = version; next < kMigrations.size(); ++next) {
        SQLite::Transaction transaction(database);
        database.exec(kMigrations.at(next));
        database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
        database.exec("PRAGMA user_version = " + std::to_string(next + 1));
        transaction.commit();
    }
}

}  // namespace kiosk::journal
