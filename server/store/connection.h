#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "shared/base/instant.h"
#include "shared/base/result.h"
#include "shared/base/strong_id.h"

namespace server::store {

/// Bytes, where a plain text would be read as text.
struct Blob {
    std::string_view bytes;
};

/// A statement in use: values are bound in order, and it is reset when this goes. Throws SQLite::Exception:
/// only inside attempt().
class Query {
public:
    struct Cached {
        SQLite::Statement statement;
        bool in_use = false;
    };
    explicit Query(Cached& cached);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template <class... Values>
    Query& with(const Values&... values) {
        (bind(values), ...);
        return *this;
    }
    /// The next row, if there is one.
    bool next() { return cached_.statement.executeStep(); }
    /// Runs a statement that gives no rows; the number of rows changed.
    int run() { return cached_.statement.exec(); }

    bool is_null(int column) const { return cached_.statement.getColumn(column).isNull(); }
    std::string text(int column) const { return cached_.statement.getColumn(column).getString(); }
    std::int64_t number(int column) const { return cached_.statement.getColumn(column).getInt64(); }
    bool truth(int column) const { return number(column) != 0; }
    base::Instant instant(int column) const {
        return base::Instant{std::chrono::microseconds{number(column)}};
    }
    std::optional<base::Instant> maybe_instant(int column) const {
        return is_null(column) ? std::nullopt : std::optional(instant(column));
    }

private:
    void bind(std::int64_t value) { cached_.statement.bind(next_++, value); }
    void bind(int value) { bind(std::int64_t{value}); }
    void bind(bool value) { bind(std::int64_t{value ? 1 : 0}); }
    void bind(std::string_view text) { cached_.statement.bind(next_++, std::string(text)); }
    void bind(const char* text) { bind(std::string_view(text)); }
    void bind(const std::string& text) { bind(std::string_view(text)); }
    void bind(Blob blob) {
        cached_.statement.bind(next_++, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
    }
    void bind(base::Instant instant) {
        bind(std::int64_t{
            std::chrono::duration_cast<std::chrono::microseconds>(instant.time_since_epoch()).count()});
    }
    void bind(std::chrono::milliseconds span) { bind(std::int64_t{span.count()}); }
    template <class Tag>
    void bind(const base::StrongId<Tag>& id) {
        bind(std::string_view(id.text()));
    }
    template <class T>
    void bind(const std::optional<T>& value) {
        if (value)
            bind(*value);
        else
            cached_.statement.bind(next_++);
    }

    Cached& cached_;
    int next_ = 1;
};

/// Whether a commit waits until the disk has it. `Off` loses data in a power cut; it exists so that the test
/// of power cuts can show that it would notice.
enum class Sync { Full, Off };

/// One connection to the database with its prepared statements. Used by one thread at a time. Throws
/// SQLite::Exception: only inside attempt().
class Connection {
public:
    /// Writing connections wait up to kBusyMax for another program's transaction.
    enum class Use { Write, Read };
    Connection(const std::string& path, Use use, const std::string& vfs, Sync sync = Sync::Full);

    static constexpr std::chrono::milliseconds kBusyMax{5000};

    /// `sql` is a literal of the program: statements are kept by its address.
    Query query(const char* sql);
    void run(const std::string& sql);
    /// The first column of the first row of a fixed question.
    std::int64_t number_of(const char* sql);
    bool in_transaction() const;
    /// While set, closing leaves the database file as it is.
    void keep_file_on_close(bool keep);
    /// Brings the log into the database file and empties it. False when a reader still needs it.
    bool empty_log();

private:
    SQLite::Database database_;
    std::unordered_map<const char*, std::unique_ptr<Query::Cached>> statements_;
};

/// BEGIN IMMEDIATE, rolled back unless committed.
class Batch {
public:
    explicit Batch(Connection& connection);
    ~Batch();
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    void commit();

private:
    Connection& connection_;
};

/// A part of a batch that can be taken back alone; rolled back unless kept.
class Step {
public:
    explicit Step(Connection& connection);
    ~Step();
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    void keep();
    void take_back();

private:
    Connection& connection_;
    bool open_ = true;
};

/// One snapshot for reading.
class Snapshot {
public:
    explicit Snapshot(Connection& connection);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& connection_;
};

}  // namespace server::store
