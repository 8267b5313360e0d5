#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/journal/journal.h"
#include "kiosk/runtime/inbox.h"

namespace kiosk::runtime {

inline constexpr std::size_t kJobsMax = 256;

/// Keeps the journal on a thread of its own, so that the window never waits for the disk. Jobs are done one
/// after the other in the order they were given.
class Clerk {
public:
    Clerk(std::string path, journal::Options options, Inbox& inbox);
    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;
    /// Does what was given before it ends; what it brings then is not looked at any more.
    ~Clerk();

    /// Does `job` with the open journal and hands `then` its outcome on the UI thread. Unavailable when the
    /// journal is not open or kJobsMax jobs wait. The UI thread only.
    template <class T>
    void ask(std::function<base::Result<T>(journal::Journal&)> job,
             std::function<void(base::Result<T>)> then) {
        const bool taken = give([this, job, then] {
            auto outcome = journal_ ? job(*journal_)
                                    : base::Result<T>(base::fail(base::ErrorKind::Unavailable, closed_why_));
            bring([then, outcome = std::move(outcome)] { then(outcome); });
        });
        if (!taken) {
            bring([then] { then(base::fail(base::ErrorKind::Unavailable, "the journal is too slow")); });
        }
    }

    /// Opens the journal if it is not open, and sees whether it takes an act. Outcome on the UI thread.
    void try_open(std::function<void(base::Done)> then);

    /// Jobs whose outcome the UI thread has not seen yet. The UI thread only.
    unsigned under_way() const { return under_way_; }

private:
    bool give(std::function<void()> job);
    void bring(std::function<void()> work);
    void run();

    const std::string path_;
    const journal::Options options_;
    Inbox& inbox_;
    unsigned under_way_ = 0;                   ///< the UI thread's own
    std::optional<journal::Journal> journal_;  ///< the worker's own, like the next
    std::string closed_why_ = "the journal is not open yet";
    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<std::function<void()>> jobs_;
    bool closing_ = false;
    std::thread worker_;
};

}  // namespace kiosk::runtime
