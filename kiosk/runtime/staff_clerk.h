#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/app/staff_state.h"
#include "kiosk/runtime/worker.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace kiosk::runtime {

/// Where the staff corner's memory is.
struct StaffFiles {
    std::optional<std::string> pin_hash;  ///< none: nothing opens the corner
    std::string state;                    ///< file of what staff set; empty: it is not kept
};

/// Looks at the staff's number and keeps what they set, on a thread of its own: the one takes as long as a
/// guess is to cost, the other waits for the disk. One after the other, in the order they were given.
class StaffClerk {
public:
    StaffClerk(StaffFiles files, Inbox& inbox);
    StaffClerk(const StaffClerk&) = delete;
    StaffClerk& operator=(const StaffClerk&) = delete;
    ~StaffClerk() { worker_.finish(); }

    /// Whether it is the number, told on the UI thread. Not while the disk does not take what is to be kept:
    /// a try that is not counted would be one too many. The UI thread only, like the next.
    void check(base::Secret pin, std::function<void(bool)> then);
    void keep(const app::StaffState& state, std::function<void(base::Done)> then);

    /// Jobs whose outcome the UI thread has not seen yet. The UI thread only.
    unsigned under_way() const { return worker_.under_way(); }

private:
    const StaffFiles files_;
    bool last_is_kept_ = true;  ///< the worker's own
    Worker worker_;
};

}  // namespace kiosk::runtime
