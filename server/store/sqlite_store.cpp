#include "server/store/sqlite_store.h"

#include <future>
#include <utility>

#include "server/store/chain_proof.h"
#include "server/store/failure.h"
#include "server/store/folder_lock.h"
#include "server/store/migrations.h"
#include "server/store/opening.h"
#include "server/store/read_pool.h"
#include "server/store/reading.h"
#include "server/store/writer.h"

namespace server::store {
namespace {

/// The writing connection, after every check; until they have passed, closing it changes nothing.
base::Result<std::unique_ptr<Connection>> open_checked(const std::string& path, app::Vault& vault,
                                                       const Options& options) {
    TRY_DONE(check_header(path));
    return attempt([&]() -> base::Result<std::unique_ptr<Connection>> {
        auto connection =
            std::make_unique<Connection>(path, Connection::Use::Write, options.vfs, options.sync);
        connection->keep_file_on_close(true);
        Record record{*connection, vault};
        TRY_DONE(check_content(record));
        connection->keep_file_on_close(false);
        if (connection->number_of("PRAGMA user_version") == newest_version()) return connection;
        if (options.role == Role::Tool) {
            return base::fail(
                base::ErrorKind::Unavailable,
                "the database is of an older version: start hub-server once, which brings it up "
                "to date");
        }
        TRY_DONE(migrate(*connection));
        return connection;
    });
}

}  // namespace

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& folder, app::Vault& vault,
                                                             const Options& options) {
    const std::string path = folder + "/hub.db";
    TRY_DONE(check_header(path));
    auto lock = std::make_unique<FolderLock>();
    if (options.role == Role::Server) *lock = TRY(FolderLock::take(folder));
    auto writing = TRY(open_checked(path, vault, options));
    return attempt([&]() -> base::Result<std::unique_ptr<SqliteStore>> {
        std::vector<std::unique_ptr<Connection>> connections;
        for (std::size_t i = 0; i < options.readers; ++i)
            connections.push_back(
                std::make_unique<Connection>(path, Connection::Use::Read, options.vfs, options.sync));
        auto readers = std::make_unique<ReadPool>(std::move(connections));
        return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(lock), vault, std::move(readers),
                                                            std::move(writing), options.queue_max));
    });
}

SqliteStore::SqliteStore(std::unique_ptr<FolderLock> lock, app::Vault& vault,
                         std::unique_ptr<ReadPool> readers, std::unique_ptr<Connection> writing,
                         std::size_t queue_max)
    : lock_(std::move(lock)),
      vault_(vault),
      readers_(std::move(readers)),
      writer_(std::make_unique<Writer>(std::move(writing), vault, queue_max)) {}

SqliteStore::~SqliteStore() = default;

void SqliteStore::write(Command command, OnDone on_done) {
    writer_->add({[run = std::move(command)](SqliteTransaction& changes) { return run(changes); },
                  std::move(on_done)});
}

base::Done SqliteStore::write_pack(const PackCommand& command) {
    std::promise<base::Done> outcome;
    writer_->add({[&command](SqliteTransaction& changes) { return command(changes); },
                  [&outcome](base::Done done) {
                      outcome.set_value(std::move(done));
                  }});
    return outcome.get_future().get();
}

base::Done SqliteStore::read(const Look& look) {
    return attempt([&]() -> base::Done {
        ReadPool::Loan loan = readers_->borrow();
        const Snapshot snapshot(loan.connection());
        SqliteView view(Record{loan.connection(), vault_});
        return look(view);
    });
}

template <class Question>
auto SqliteStore::ask(const Question& question) {
    return attempt([&] {
        ReadPool::Loan loan = readers_->borrow();
        const Snapshot snapshot(loan.connection());
        Record record{loan.connection(), vault_};
        return question(record);
    });
}

base::Done SqliteStore::empty_log() {
    return attempt([&]() -> base::Done {
        // The log still holds the pages as they were, with the keys of the erased on them.
        if (readers_->borrow().connection().empty_log()) return {};
        return base::fail(
            base::ErrorKind::Unavailable,
            "the database's log still holds what was erased because the database is in use: try "
            "again in a moment");
    });
}

base::Result<ChainHead> SqliteStore::chain_head() {
    return ask([](Record& record) { return read_head(record); });
}

base::Result<std::vector<app::EvidencePacked>> SqliteStore::packs() {
    return ask([](Record& record) { return all_evidence_packs(record); });
}

base::Result<app::ChainProof> SqliteStore::proof_of(const app::ProofOf& of) {
    return ask([&of](Record& record) { return chain_proof(record, of); });
}

base::Done SqliteStore::full_check() {
    return ask([](Record& record) { return check_everything(record); });
}

}  // namespace server::store
