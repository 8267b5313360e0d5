#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace server::http {

/// A few threads for work that may take a while, behind a queue with a bound.
class ReadPool {
public:
    ReadPool(unsigned threads, std::size_t waiting_max);
    /// Finishes what waits.
    ~ReadPool();

    /// False, without queueing, when the queue is full.
    bool run(std::function<void()> work);

private:
    void work_on();

    const std::size_t waiting_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace server::http
