#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "kiosk/runtime/inbox.h"

namespace kiosk::runtime {

inline constexpr std::size_t kJobsMax = 256;

/// A thread for what takes time, so that the window never waits. Jobs are done one after the other in the
/// order they were given, and each brings its outcome to the UI thread.
class Worker {
public:
    explicit Worker(Inbox& inbox);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() { finish(); }

    /// Gives a job, which must bring() once. False when kJobsMax jobs wait: then the caller brings instead,
    /// what it says being that the job is not done. The UI thread only.
    [[nodiscard]] bool give(std::function<void()> job);
    /// Has `outcome` done on the UI thread. From the job's thread or the UI's.
    void bring(std::function<void()> outcome);
    /// Does what was given and takes no more; what it brings then is not looked at. The owner calls it first
    /// in its destructor when jobs use its members.
    void finish();

    /// Jobs whose outcome the UI thread has not seen yet. The UI thread only.
    unsigned under_way() const { return under_way_; }

private:
    void run();

    Inbox& inbox_;
    unsigned under_way_ = 0;  ///< the UI thread's own
    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<std::function<void()>> jobs_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace kiosk::runtime
