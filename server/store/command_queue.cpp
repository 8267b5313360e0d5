#include "server/store/command_queue.h"

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

namespace server::store {

bool CommandQueue::add(Command& command) {
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        if (closed_ || waiting_.size() >= max_) return false;
        waiting_.push_back(std::move(command));
        something_.store(true, std::memory_order_release);
        wake = asleep_;
    }
    if (wake) added_.notify_one();
    return true;
}

bool CommandQueue::take(std::vector<Command>& batch, std::size_t most) {
    for (int look = 0; look < kLooksBeforeSleep && !something_.load(std::memory_order_acquire); ++look)
        std::this_thread::yield();
    std::unique_lock lock(mutex_);
    asleep_ = true;
    added_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    asleep_ = false;
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(most, waiting_.size()));
    std::move(waiting_.begin(), end, std::back_inserter(batch));
    waiting_.erase(waiting_.begin(), end);
    something_.store(closed_ || !waiting_.empty(), std::memory_order_release);
    return !batch.empty();
}

void CommandQueue::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        something_.store(true, std::memory_order_release);
    }
    added_.notify_one();
}

}  // namespace server::store
