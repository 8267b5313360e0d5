#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/journal/record.h"
#include "shared/base/result.h"

namespace SQLite {
class Database;
}

/// The kiosk's own memory of what it owes the server: a small SQLite file (WAL, synchronous=FULL).
namespace kiosk::journal {

/// 4 KiB pages: the file never grows beyond 64 MiB, some 100,000 records.
inline constexpr int kPagesMax = 16'384;
/// Accepted records are kept this long, so that a question of the next days can be answered.
inline constexpr std::chrono::days kAcceptedKept{14};
inline constexpr std::size_t kBodyBytesMax = 16'384;

inline constexpr std::size_t kItineraryBytesMax = 2 * 1024 * 1024;

enum class Synchronous { Full, Off };

struct Options {
    std::string vfs;  ///< name of a registered SQLite VFS; empty: the system's
    int pages_max = kPagesMax;
    Synchronous synchronous = Synchronous::Full;  ///< Off only to show in a test that Full is needed
};

/// One thread at a time. Each call that changes something is one transaction, and returns only when it is
/// durable on disk.
class Journal {
public:
    /// Opens the journal at `path`, or makes it when there is none. Nothing is ever overwritten:
    /// Corrupt when it is damaged, made by a newer program, or not a kiosk's journal; Unavailable when it
    /// cannot be read or written or another program has it open.
    static base::Result<Journal> open(const std::string& path, const Options& options = {});

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// Writes an act down. The same record again is no second one; another under the same key is a Conflict.
    /// Unavailable when the disk or the journal is full: nothing was written.
    base::Done append(const Record& record, base::Instant now);
    /// The same with answers that are held apart: both or neither.
    base::Done append_with(const Record& record, base::Instant now, const HeldAnswers& apart);
    /// Makes records of what is held of days before this one, one of each of the texts in any order that
    /// `compose` gives; nothing is held then. The new records.
    using Compose = std::function<std::vector<Record>(std::vector<std::string>)>;
    base::Result<std::vector<Record>> send_held(domain::Date before, base::Instant now,
                                                const Compose& compose);
    /// The person is about to be told "saved here". NotFound for an unknown key.
    base::Done told_saved_here(const std::string& key);
    /// The server has it: what people answered leaves the journal. NotFound for an unknown key.
    base::Done accepted(const std::string& key, base::Instant now);
    /// The server refuses it for good with this HTTP status. An accepted record stays accepted.
    base::Done needs_person(const std::string& key, int status);
    /// The server answered with something that may pass.
    base::Done tried(const std::string& key, int status);
    /// Puts records that need a person back to waiting: whatever was wrong has been mended.
    base::Done send_again();

    /// What the server has not accepted, in the order it was written.
    base::Result<std::vector<KeptRecord>> unaccepted();
    /// Everything kept, in the order it was written.
    base::Result<std::vector<KeptRecord>> all();

    /// The hub's itinerary as the server last sent it, in place of the one before. InvalidInput beyond
    /// kItineraryBytesMax.
    base::Done keep_itinerary(const std::string& text);
    base::Result<std::optional<std::string>> kept_itinerary();

    /// Whether an act could be written now: writes one's room and takes it back. Unavailable when not.
    base::Done try_write();

    /// Removes records accepted more than kAcceptedKept ago, and nothing else.
    base::Done tidy(base::Instant now);

private:
    explicit Journal(std::unique_ptr<SQLite::Database> database);
    std::unique_ptr<SQLite::Database> database_;
};

}  // namespace kiosk::journal
