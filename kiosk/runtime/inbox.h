#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace kiosk::runtime {

/// What the workers bring to the UI thread: work to be done there, in the order it came. Its length is
/// bounded by what the workers may have under way (net::kRequestsMax, kJobsMax): each brings one thing.
class Inbox {
public:
    using Work = std::function<void()>;

    /// `wake` is called, from any thread, whenever something was put in: it ends the window's wait.
    explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    void put(Work work);
    /// Does everything that was there when it was called. False when nothing was.
    bool do_all();
    /// Waits until something is there, at most so long in real time; for tests. False when nothing came.
    bool wait(std::chrono::milliseconds at_most);

private:
    const std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<Work> works_;
};

}  // namespace kiosk::runtime
