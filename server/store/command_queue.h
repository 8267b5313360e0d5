#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

#include "server/app/store.h"
#include "server/store/reading.h"

namespace server::store {

struct Command {
    std::function<base::Done(SqliteTransaction&)> run;
    app::Store::OnDone on_done;
};

/// What waits for the writer: many threads add, the writer takes all there is.
class CommandQueue {
public:
    explicit CommandQueue(std::size_t max) : max_(max) {}

    /// False, leaving the command to the caller, when the queue is full or closed.
    bool add(Command& command);
    /// Waits until there is something, then moves at most `most` commands into `batch`, the oldest first.
    /// False when the queue is closed and empty.
    bool take(std::vector<Command>& batch, std::size_t most);
    /// Nothing more is added; what is there is still given out.
    void close();

    /// How often the writer looks again before it sleeps: waking a sleeping thread costs more than a commit's
    /// other work, and the next command mostly comes at once or not for a long time.
    static constexpr int kLooksBeforeSleep = 64;

private:
    const std::size_t max_;
    std::atomic<bool> something_{false};
    std::mutex mutex_;
    std::condition_variable added_;
    std::vector<Command> waiting_;  ///< guarded by mutex_, as all below
    bool closed_ = false;
    bool asleep_ = false;
};

}  // namespace server::store
