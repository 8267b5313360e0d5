#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "server/store/failure.h"
#include "server/store/migrations.h"
#include "server/store/opening.h"
#include "server/store/sqlite_store.h"

namespace server::store {
namespace {

namespace fs = std::filesystem;

base::Done cannot_write(const std::string& folder) {
    return base::fail(
        base::ErrorKind::Unavailable,
        "the data folder " + folder +
            " cannot be written: check that it belongs to the hub's user and that there is space");
}

/// Syncs a file or folder by its path.
bool sync(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool synced = fsync(file) == 0;
    close(file);
    return synced;
}

/// An empty file that only its owner may read; SQLite gives its log the same permissions.
bool make_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return false;
    close(file);
    return true;
}

std::string_view view(const app::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

base::Done fill(const std::string& path, app::Vault& vault) {
    return attempt([&]() -> base::Done {
        Connection connection(path, Connection::Use::Write, "");
        connection.run("PRAGMA application_id = " + std::to_string(kApplicationId));
        TRY_DONE(migrate(connection));
        const std::string wrapped_key = vault.new_key(kHubOwner);
        const app::Digest chain_start = vault.salt();
        connection.query("INSERT INTO hub (one, wrapped_key, chain_start) VALUES (1, ?, ?)")
            .with(Blob{wrapped_key}, Blob{view(chain_start)})
            .run();
        connection.number_of("PRAGMA journal_mode = WAL");
        return {};
    });
}

}  // namespace

base::Done SqliteStore::create(const std::string& folder, app::Vault& vault) {
    const std::string path = folder + "/hub.db";
    const std::string unfinished = path + ".new";  // left by an init that was cut off: worth nothing
    std::error_code error;
    if (fs::exists(path, error)) {
        return base::fail(base::ErrorKind::Conflict,
                          "there is a database " + path + " already; it is not replaced. Move it away first");
    }
    fs::create_directories(folder, error);
    for (const char* part : {"", "-wal", "-shm", "-journal"}) fs::remove(unfinished + part, error);
    if (!make_private(unfinished)) return cannot_write(folder);
    TRY_DONE(fill(unfinished, vault));
    if (!sync(unfinished)) return cannot_write(folder);
    fs::rename(unfinished, path, error);
    if (error || !sync(folder)) return cannot_write(folder);
    return {};
}

}  // namespace server::store
