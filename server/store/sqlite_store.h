#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/app/chain_proof.h"
#include "server/app/pack_port.h"
#include "server/app/store.h"
#include "server/app/vault.h"
#include "server/store/chain.h"
#include "shared/base/result.h"

namespace server::store {

class ReadPool;
class Writer;
class FolderLock;

/// Who opens the data folder. There is one server at a time (hub.lock), which alone brings an older database
/// up to date; tools work beside it.
enum class Role { Server, Tool };

struct Options {
    Role role = Role::Server;
    std::size_t queue_max = 1024;  ///< commands that may wait for the writer
    std::size_t readers = 4;       ///< looks that may go on at once; more wait
    std::string vfs{};             ///< of SQLite; empty: the system's
    Sync sync = Sync::Full;
};

/// The hub's record in one SQLite database, `hub.db` in the data folder (docs/database.md).
class SqliteStore final : public app::Store {
public:
    /// Makes the folder, if need be, and an empty record in it, with the hub's own key wrapped by the vault.
    /// Conflict when there is one already. Either all of it is there afterwards or nothing.
    static base::Done create(const std::string& folder, app::Vault& vault);

    /// Opens a record after a quick check of it (server/store/opening.h). A damaged, newer, foreign or
    /// incomplete one is Corrupt, a missing one NotFound, a folder in use by another server Conflict, one
    /// that cannot be written Unavailable; nothing is changed then. `vault` outlives the store.
    static base::Result<std::unique_ptr<SqliteStore>> open(const std::string& folder, app::Vault& vault,
                                                           const Options& options = {});
    /// Commits what is queued, then closes.
    ~SqliteStore() override;

    void write(Command command, OnDone on_done) override;
    base::Done read(const Look& look) override;
    base::Done empty_log() override;

    using PackCommand = std::function<base::Done(app::PackTransaction&)>;
    /// As write_and_wait(), for a pack of evidence.
    base::Done write_pack(const PackCommand& command);
    /// The log of packs, in the order they were stored.
    base::Result<std::vector<app::EvidencePacked>> packs();

    /// Number and link of the newest event, for whoever keeps it as evidence.
    base::Result<ChainHead> chain_head();
    /// The events asked for with their places in the chain (server/store/chain_proof.h).
    base::Result<app::ChainProof> proof_of(const app::ProofOf& of);
    /// Integrity, references and the whole chain, on one snapshot beside the writer. Corrupt with what to do.
    base::Done full_check();

private:
    SqliteStore(std::unique_ptr<FolderLock> lock, app::Vault& vault, std::unique_ptr<ReadPool> readers,
                std::unique_ptr<Connection> writing, std::size_t queue_max);
    template <class Question>
    auto ask(const Question& question);

    std::unique_ptr<FolderLock> lock_;
    app::Vault& vault_;
    std::unique_ptr<ReadPool> readers_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace server::store
