#pragma once

#include <memory>
#include <thread>

#include "server/app/vault.h"
#include "server/store/command_queue.h"
#include "server/store/connection.h"

namespace server::store {

/// The one thread that changes the database. It takes what has gathered, runs each command in a savepoint of
/// one transaction, commits, and only then answers all of them: durable, and cheaper for each the more wait.
class Writer {
public:
    /// `vault` outlives the writer.
    Writer(std::unique_ptr<Connection> connection, app::Vault& vault, std::size_t queue_max);
    /// Commits what is queued, then ends.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// As app::Store::write.
    void add(Command command);

    /// More commands than this are split over several commits, so that the first need not wait for the last.
    static constexpr std::size_t kBatchMax = 256;

private:
    void work();
    void run(std::vector<Command>& batch);
    base::Done run_in_transaction(std::vector<Command>& batch, std::vector<base::Done>& outcomes);

    std::unique_ptr<Connection> connection_;
    app::Vault& vault_;
    CommandQueue queue_;
    std::thread thread_;
};

}  // namespace server::store
