#include "server/store/opening.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "server/store/chain.h"
#include "server/store/failure.h"
#include "server/store/migrations.h"

namespace server::store {
namespace {

using base::ErrorKind;
using base::fail;

// Offsets in the first page, from "The Database Header" of the SQLite file format.
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kPagesAt = 28;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr char kMagic[] = "SQLite format 3";  // with its zero: 16 bytes

std::uint32_t big_endian(const std::array<char, kHeaderBytes>& header, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(header[at + i]);
    return value;
}

tl::unexpected<base::Error> corrupt(const std::string& path, const std::string& what) {
    return fail(ErrorKind::Corrupt, path + " " + what + kDamageAdvice);
}

tl::unexpected<base::Error> newer(std::int64_t version) {
    return fail(ErrorKind::Corrupt, "the database was made by a newer version of this program (" +
                                        std::to_string(version) + ", this one knows " +
                                        std::to_string(newest_version()) +
                                        "); nothing was changed. Install that version again, or restore the "
                                        "backup made before it was installed");
}

bool has_log(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path + "-wal", error);
    return !error && size > 0;
}

/// The first line of SQLite's own check, empty when all is well.
base::Done check_pages(Record& record, const char* question) {
    Query row = record.db.query(question);
    if (row.next() && row.text(0) != "ok")
        return fail(ErrorKind::Corrupt, std::string("the database has damaged pages") + kDamageAdvice);
    return {};
}

}  // namespace

base::Done check_header(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) {
        return fail(ErrorKind::NotFound,
                    "there is no database " + path + ": run hubctl init for a new hub, or restore a backup");
    }
    std::array<char, kHeaderBytes> header{};
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorKind::Unavailable,
                    path + " cannot be read: check that it belongs to the hub's user");
    }
    if (size == 0) return corrupt(path, "is empty");
    if (!file.read(header.data(), header.size())) return corrupt(path, "is no database");
    if (std::string_view(header.data(), sizeof kMagic) != std::string_view(kMagic, sizeof kMagic))
        return corrupt(path, "is no database");
    if (big_endian(header, kApplicationIdAt, 4) != static_cast<std::uint32_t>(kApplicationId))
        return corrupt(path, "is a database, but not a hub's");
    const std::uint32_t version = big_endian(header, kUserVersionAt, 4);
    if (version > static_cast<std::uint32_t>(newest_version())) return newer(version);
    const std::uint32_t coded_size = big_endian(header, kPageSizeAt, 2);
    const std::uint64_t page_size = coded_size == 1 ? 65536 : coded_size;
    // With a log beside it the file may rightly be behind: then SQLite judges.
    if (!has_log(path) && size < page_size * big_endian(header, kPagesAt, 4))
        return corrupt(path, "is cut short");
    return {};
}

base::Done check_content(Record& record) {
    return attempt([&]() -> base::Done {
        const std::int64_t version = record.db.number_of("PRAGMA user_version");
        if (version > newest_version()) return newer(version);
        TRY_DONE(check_schema(record.db));
        const std::int64_t bytes =
            record.db.number_of("PRAGMA page_count") * record.db.number_of("PRAGMA page_size");
        if (bytes <= kQuickCheckBytesMax) TRY_DONE(check_pages(record, "PRAGMA quick_check(1)"));
        TRY_DONE(Keys(record).hub());
        const ChainHead head = TRY(read_head(record));
        return check_chain(record, std::max<std::int64_t>(0, head.seq - kQuickCheckEvents));
    });
}

base::Done check_everything(Record& record) {
    return attempt([&]() -> base::Done {
        TRY_DONE(check_pages(record, "PRAGMA integrity_check(1)"));
        {
            Query row = record.db.query("PRAGMA foreign_key_check");
            if (row.next())
                return fail(ErrorKind::Corrupt, std::string("an entry of ") + row.text(0) +
                                                    " belongs to a record that is not there" + kDamageAdvice);
        }
        TRY_DONE(Keys(record).hub());
        return check_chain(record, 0);
    });
}

}  // namespace server::store
