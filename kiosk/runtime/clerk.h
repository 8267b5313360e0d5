#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/journal/journal.h"
#include "kiosk/runtime/worker.h"

namespace kiosk::runtime {

/// Keeps the journal on a thread of its own, so that the window never waits for the disk.
class Clerk {
public:
    Clerk(std::string path, journal::Options options, Inbox& inbox);
    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;
    ~Clerk() { worker_.finish(); }

    /// Does `job` with the open journal and hands `then` its outcome on the UI thread. Unavailable when the
    /// journal is not open or kJobsMax jobs wait. The UI thread only.
    template <class T>
    void ask(std::function<base::Result<T>(journal::Journal&)> job,
             std::function<void(base::Result<T>)> then) {
        const bool taken = worker_.give([this, job, then] {
            auto outcome = journal_ ? job(*journal_)
                                    : base::Result<T>(base::fail(base::ErrorKind::Unavailable, closed_why_));
            worker_.bring([then, outcome = std::move(outcome)] { then(outcome); });
        });
        if (!taken) worker_.bring([then] { then(too_slow()); });
    }

    /// Opens the journal if it is not open, and sees whether it takes an act. Outcome on the UI thread.
    void try_open(std::function<void(base::Done)> then);

    /// Jobs whose outcome the UI thread has not seen yet. The UI thread only.
    unsigned under_way() const { return worker_.under_way(); }

private:
    static tl::unexpected<base::Error> too_slow();
    base::Done open();

    const std::string path_;
    const journal::Options options_;
    std::optional<journal::Journal> journal_;  ///< the worker's own, like the next
    std::string closed_why_ = "the journal is not open yet";
    Worker worker_;
};

}  // namespace kiosk::runtime
