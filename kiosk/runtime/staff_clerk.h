#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/app/staff_state.h"
#include "kiosk/runtime/inbox.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace kiosk::runtime {

/// Where the staff corner's memory is.
struct StaffFiles {
    std::optional<std::string> pin_hash;  ///< none: nothing opens the corner
    std::string state;                    ///< file of what staff set; empty: it is not kept
};

/// Looks at the staff's number and keeps what they set, on a thread of its own: the one takes as long as a
/// guess is to cost, the other waits for the disk. One after the other, in the order they were given. A
/// person at a glass cannot give more than a few, so the queue has no bound of its own.
class StaffClerk {
public:
    StaffClerk(StaffFiles files, Inbox& inbox);
    StaffClerk(const StaffClerk&) = delete;
    StaffClerk& operator=(const StaffClerk&) = delete;
    /// Does what was given before it ends.
    ~StaffClerk();

    /// Whether it is the number, told on the UI thread. The UI thread only, like the next.
    void check(base::Secret pin, std::function<void(bool)> then);
    void keep(const app::StaffState& state, std::function<void(base::Done)> then);

    /// Jobs whose outcome the UI thread has not seen yet. The UI thread only.
    unsigned under_way() const { return under_way_; }

private:
    void give(std::function<void()> job);
    void bring(std::function<void()> work);
    void run();

    const StaffFiles files_;
    Inbox& inbox_;
    unsigned under_way_ = 0;  ///< the UI thread's own
    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<std::function<void()>> jobs_;
    bool closing_ = false;
    std::thread worker_;
};

}  // namespace kiosk::runtime
