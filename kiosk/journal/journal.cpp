#include "kiosk/journal/journal.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "kiosk/journal/schema.h"
#include "shared/base/invariant.h"

namespace kiosk::journal {
namespace {

constexpr int kBusyTimeoutMs = 200;
constexpr char kColumns[] =
    "SELECT key, kind, arrival, body, state, told_saved_here, tries, last_status FROM record ";

base::Error error_of(const SQLite::Exception& exception, const std::string& what) {
    const int code = exception.getErrorCode() & 0xff;
    const bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    const std::string why = code == SQLITE_BUSY ? "another hub-kiosk has it open" : sqlite3_errstr(code);
    return {
        damaged ? base::ErrorKind::Corrupt : base::ErrorKind::Unavailable,
        what + ": " + why + (damaged ? ". Nothing in it was changed; keep the file and ask for help" : "")};
}

/// Runs `work` and turns what the library throws into an error: exceptions stop here.
template <class Work>
auto guarded(const std::string& what, Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected<base::Error>(error_of(exception, what));
    }
}

/// A new file's name is on disk only when its folder is.
void sync_folder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
}

void checkpoint_on_close(SQLite::Database& database, bool on) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

/// Runs a statement whether it gives a row or not.
void run(SQLite::Database& database, const std::string& sql) {
    SQLite::Statement statement(database, sql);
    while (statement.executeStep()) {
    }
}

base::Result<RecordState> state_from_word(std::string_view word) {
    if (word == "waiting") return RecordState::Waiting;
    if (word == "accepted") return RecordState::Accepted;
    if (word == "needs_person") return RecordState::NeedsPerson;
    return base::fail(base::ErrorKind::Corrupt, "the journal holds a record in an unknown state");
}

base::Result<std::vector<KeptRecord>> read_records(SQLite::Statement& query) {
    std::vector<KeptRecord> records;
    while (query.executeStep()) {
        const auto kind = record_kind_from_word(query.getColumn(1).getString());
        if (!kind)
            return base::fail(base::ErrorKind::Corrupt, "the journal holds a record of an unknown kind");
        KeptRecord kept;
        kept.record = {query.getColumn(0).getString(), *kind,
                       domain::ArrivalId(query.getColumn(2).getString()), query.getColumn(3).getString()};
        kept.state = TRY(state_from_word(query.getColumn(4).getString()));
        kept.told_saved_here = query.getColumn(5).getInt() != 0;
        kept.tries = query.getColumn(6).getUInt();
        kept.last_status = query.getColumn(7).getInt();
        records.push_back(std::move(kept));
    }
    return records;
}

constexpr char kHeldEnds = '\n';

/// Into the one text, in the order of what they say.
std::string with_one_more(const std::string& held, const std::string& text) {
    std::vector<std::string> all{text};
    std::istringstream lines(held);
    for (std::string line; std::getline(lines, line);) all.push_back(line);
    std::sort(all.begin(), all.end());
    std::string joined;
    for (const std::string& one : all) joined += one + kHeldEnds;
    return joined;
}

void hold(SQLite::Database& database, const HeldAnswers& apart) {
    std::string held;
    std::string day = domain::to_text(apart.day);
    {
        SQLite::Statement query(database, "SELECT day, answers FROM held");
        if (query.executeStep()) {
            day = std::max(day, query.getColumn(0).getString());
            held = query.getColumn(1).getString();
        }
    }
    SQLite::Statement put(database, "INSERT OR REPLACE INTO held (one, day, answers) VALUES (1, ?, ?)");
    put.bind(1, day);
    put.bind(2, with_one_more(held, apart.text));
    put.exec();
}

/// The log still holds what was there before: it is emptied, so that only the newest state is on disk.
void forget_the_log(SQLite::Database& database) {
    run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
}

void insert_record(SQLite::Database& database, const Record& record, base::Instant now) {
    SQLite::Statement insert(
        database, "INSERT INTO record (key, kind, arrival, body, written_at_us) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, record.key);
    insert.bind(2, std::string(to_word(record.kind)));
    insert.bind(3, record.arrival.text());
    insert.bind(4, record.body);
    insert.bind(5, now.time_since_epoch().count());
    insert.exec();
}

base::Done change_one(SQLite::Statement& statement) {
    if (statement.exec() == 0) {
        return base::fail(base::ErrorKind::NotFound, "the journal holds no record under this key");
    }
    return {};
}

std::int64_t micros(base::Instant instant) {
    return instant.time_since_epoch().count();
}

}  // namespace

Journal::Journal(std::unique_ptr<SQLite::Database> database) : database_(std::move(database)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

base::Result<Journal> Journal::open(const std::string& path, const Options& options) {
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    std::error_code ignored;  // what is wrong shows at the next step
    if (std::filesystem::create_directories(folder, ignored)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
    }
    return guarded("the journal " + path + " cannot be opened", [&]() -> base::Result<Journal> {
        auto database = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                           kBusyTimeoutMs, options.vfs);
        // Exclusive: a second kiosk on the same journal is refused, and no shared memory is needed.
        database->exec("PRAGMA locking_mode = EXCLUSIVE");
        run(*database, "PRAGMA secure_delete = ON");  // what people answered leaves no trace once it is sent
        // A file that is refused is left as it is, its write-ahead log too.
        checkpoint_on_close(*database, false);
        TRY_DONE(check(*database, path));
        checkpoint_on_close(*database, true);
        run(*database, "PRAGMA max_page_count = " + std::to_string(options.pages_max));
        run(*database, "PRAGMA journal_mode = WAL");
        run(*database, std::string("PRAGMA synchronous = ") +
                           (options.synchronous == Synchronous::Full ? "FULL" : "OFF"));
        migrate(*database);
        sync_folder(folder);
        return Journal(std::move(database));
    });
}

base::Done Journal::append(const Record& record, base::Instant now) {
    INVARIANT(record.body.size() <= kBodyBytesMax, "a record's body is made by this program and is small");
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement same(*database_, std::string(kColumns) + "WHERE key = ?");
        same.bind(1, record.key);
        const auto before = TRY(read_records(same));
        if (!before.empty()) {
            if (before.front().record == record) return {};
            return base::fail(base::ErrorKind::Conflict, "another act stands under this key in the journal");
        }
        insert_record(*database_, record, now);
        transaction.commit();
        return {};
    });
}

base::Done Journal::append_with(const Record& record, base::Instant now, const HeldAnswers& apart) {
    INVARIANT(record.body.size() <= kBodyBytesMax, "a record's body is made by this program and is small");
    INVARIANT(apart.text.find(kHeldEnds) == std::string::npos, "held answers are one line");
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        insert_record(*database_, record, now);
        hold(*database_, apart);
        transaction.commit();
        forget_the_log(*database_);
        return {};
    });
}

base::Result<std::vector<Record>> Journal::send_held(domain::Date before, base::Instant now,
                                                     const Compose& compose) {
    return guarded("the journal could not be written", [&]() -> base::Result<std::vector<Record>> {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        std::vector<std::string> texts;
        {
            SQLite::Statement query(*database_, "SELECT answers FROM held WHERE day < ?");
            query.bind(1, domain::to_text(before));
            if (!query.executeStep()) return std::vector<Record>();
            std::istringstream lines(query.getColumn(0).getString());
            for (std::string line; std::getline(lines, line);) texts.push_back(line);
        }
        const std::vector<Record> records = compose(std::move(texts));
        for (const Record& record : records) {
            INVARIANT(record.body.size() <= kBodyBytesMax, "a record's body is made small");
            insert_record(*database_, record, now);
        }
        database_->exec("DELETE FROM held");
        transaction.commit();
        forget_the_log(*database_);
        return records;
    });
}

base::Done Journal::told_saved_here(const std::string& key) {
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Statement update(*database_, "UPDATE record SET told_saved_here = 1 WHERE key = ?");
        update.bind(1, key);
        return change_one(update);
    });
}

base::Done Journal::accepted(const std::string& key, base::Instant now) {
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement update(*database_,
                                 "UPDATE record SET state = 'accepted', accepted_at_us = "
                                 "coalesce(accepted_at_us, ?) WHERE key = ?");
        update.bind(1, micros(now));
        update.bind(2, key);
        TRY_DONE(change_one(update));
        // What people answered is the server's now.
        SQLite::Statement remove(
            *database_,
            "DELETE FROM record WHERE key = ? AND state = 'accepted' AND kind IN ('offer', 'answers')");
        remove.bind(1, key);
        const bool answers = remove.exec() > 0;
        transaction.commit();
        if (answers) forget_the_log(*database_);
        return {};
    });
}

base::Done Journal::needs_person(const std::string& key, int status) {
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Statement update(*database_,
                                 "UPDATE record SET state = iif(state = 'accepted', state, 'needs_person'), "
                                 "tries = tries + 1, last_status = ? WHERE key = ?");
        update.bind(1, status);
        update.bind(2, key);
        return change_one(update);
    });
}

base::Done Journal::tried(const std::string& key, int status) {
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Statement update(*database_,
                                 "UPDATE record SET tries = tries + 1, last_status = ? WHERE key = ?");
        update.bind(1, status);
        update.bind(2, key);
        return change_one(update);
    });
}

base::Done Journal::send_again() {
    return guarded("the journal could not be written", [&]() -> base::Done {
        database_->exec("UPDATE record SET state = 'waiting' WHERE state = 'needs_person'");
        return {};
    });
}

base::Result<std::vector<KeptRecord>> Journal::unaccepted() {
    return guarded("the journal could not be read", [&]() -> base::Result<std::vector<KeptRecord>> {
        SQLite::Statement query(*database_, std::string(kColumns) + "WHERE state <> 'accepted' ORDER BY seq");
        return read_records(query);
    });
}

base::Result<std::vector<KeptRecord>> Journal::all() {
    return guarded("the journal could not be read", [&]() -> base::Result<std::vector<KeptRecord>> {
        SQLite::Statement query(*database_, std::string(kColumns) + "ORDER BY seq");
        return read_records(query);
    });
}

base::Done Journal::keep_itinerary(const std::string& text) {
    if (text.size() > kItineraryBytesMax) {
        return base::fail(base::ErrorKind::InvalidInput, "the itinerary is too large to be kept");
    }
    return guarded("the itinerary could not be kept", [&]() -> base::Done {
        SQLite::Statement put(*database_, "INSERT OR REPLACE INTO itinerary (one, text) VALUES (1, ?)");
        put.bind(1, text);
        put.exec();
        return {};
    });
}

base::Result<std::optional<std::string>> Journal::kept_itinerary() {
    return guarded("the itinerary could not be read", [&]() -> base::Result<std::optional<std::string>> {
        SQLite::Statement query(*database_, "SELECT text FROM itinerary");
        if (!query.executeStep()) return std::nullopt;
        return query.getColumn(0).getString();
    });
}

base::Done Journal::try_write() {
    return guarded("the journal could not be written", [&]() -> base::Done {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement fill(*database_, "INSERT INTO room VALUES (zeroblob(?))");
        fill.bind(1, static_cast<unsigned>(2 * kBodyBytesMax));
        fill.exec();
        database_->exec("DELETE FROM room");
        transaction.commit();
        return {};
    });
}

base::Done Journal::tidy(base::Instant now) {
    return guarded("the journal could not be tidied", [&]() -> base::Done {
        SQLite::Statement remove(*database_,
                                 "DELETE FROM record WHERE state = 'accepted' AND accepted_at_us < ?");
        remove.bind(1, micros(now - kAcceptedKept));
        remove.exec();
        return {};
    });
}

}  // namespace kiosk::journal
