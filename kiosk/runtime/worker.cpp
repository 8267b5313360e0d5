#include "kiosk/runtime/worker.h"

#include <utility>

namespace kiosk::runtime {

Worker::Worker(Inbox& inbox) : inbox_(inbox) {
    thread_ = std::thread([this] { run(); });
}

void Worker::finish() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    given_.notify_one();
    if (thread_.joinable()) thread_.join();
}

bool Worker::give(std::function<void()> job) {
    ++under_way_;
    {
        const std::lock_guard lock(mutex_);
        if (closing_ || jobs_.size() >= kJobsMax) return false;
        jobs_.push_back(std::move(job));
    }
    given_.notify_one();
    return true;
}

void Worker::bring(std::function<void()> outcome) {
    inbox_.put([this, outcome = std::move(outcome)] {
        --under_way_;
        outcome();
    });
}

void Worker::run() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            given_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job();
    }
}

}  // namespace kiosk::runtime
