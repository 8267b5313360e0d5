#include "server/store/writer.h"

#include <utility>

#include "server/store/failure.h"

namespace server::store {

Writer::Writer(std::unique_ptr<Connection> connection, app::Vault& vault, std::size_t queue_max)
    : connection_(std::move(connection)), vault_(vault), queue_(queue_max), thread_([this] { work(); }) {}

Writer::~Writer() {
    queue_.close();
    thread_.join();
}

void Writer::add(Command command) {
    if (queue_.add(command)) return;
    command.on_done(base::fail(base::ErrorKind::Unavailable, "the hub is busy: try again in a moment"));
}

void Writer::work() {
    std::vector<Command> batch;
    while (queue_.take(batch, kBatchMax)) {
        run(batch);
        batch.clear();
    }
}

void Writer::run(std::vector<Command>& batch) {
    std::vector<base::Done> outcomes;
    outcomes.reserve(batch.size());
    const base::Done committed = attempt([&] { return run_in_transaction(batch, outcomes); });
    for (std::size_t i = 0; i < batch.size(); ++i) {
        // Without the commit nothing is claimed; a command that failed by itself keeps its own reason.
        const bool failed_alone = i < outcomes.size() && !outcomes[i];
        batch[i].on_done(failed_alone || committed ? outcomes[i] : committed);
    }
}

base::Done Writer::run_in_transaction(std::vector<Command>& batch, std::vector<base::Done>& outcomes) {
    Batch transaction(*connection_);
    SqliteTransaction changes(Record{*connection_, vault_});
    for (Command& command : batch) {
        Step step(*connection_);
        outcomes.push_back(command.run(changes));
        // A full disk or failed I/O makes SQLite roll everything back by itself.
        if (!connection_->in_transaction())
            return base::fail(base::ErrorKind::Unavailable,
                              "the disk is full or failing: nothing was stored. Make space, then try again");
        if (outcomes.back())
            step.keep();
        else
            step.take_back();
    }
    transaction.commit();
    return {};
}

}  // namespace server::store
