#include "kiosk/runtime/staff_clerk.h"

#include <utility>

#include "kiosk/staff/pin.h"
#include "kiosk/staff/state_file.h"

namespace kiosk::runtime {

StaffClerk::StaffClerk(StaffFiles files, Inbox& inbox) : files_(std::move(files)), worker_(inbox) {}

void StaffClerk::check(base::Secret pin, std::function<void(bool)> then) {
    const bool taken = worker_.give([this, pin = std::move(pin), then] {
        const bool is_right = last_is_kept_ && files_.pin_hash && staff::is_pin(*files_.pin_hash, pin);
        worker_.bring([then, is_right] { then(is_right); });
    });
    if (!taken) worker_.bring([then] { then(false); });
}

void StaffClerk::keep(const app::StaffState& state, std::function<void(base::Done)> then) {
    const bool taken = worker_.give([this, state, then] {
        base::Done outcome;
        if (!files_.state.empty()) outcome = staff::write_state(files_.state, state);
        last_is_kept_ = outcome.has_value();
        worker_.bring([then, outcome] { then(outcome); });
    });
    if (!taken)
        worker_.bring([then] { then(base::fail(base::ErrorKind::Unavailable, "the disk is too slow")); });
}

}  // namespace kiosk::runtime
