#include "kiosk/runtime/staff_clerk.h"

#include <utility>

#include "kiosk/staff/pin.h"
#include "kiosk/staff/state_file.h"

namespace kiosk::runtime {

StaffClerk::StaffClerk(StaffFiles files, Inbox& inbox) : files_(std::move(files)), inbox_(inbox) {
    worker_ = std::thread([this] { run(); });
}

StaffClerk::~StaffClerk() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    given_.notify_one();
    worker_.join();
}

void StaffClerk::check(base::Secret pin, std::function<void(bool)> then) {
    give([this, pin = std::move(pin), then = std::move(then)] {
        const bool is_right = files_.pin_hash && staff::is_pin(*files_.pin_hash, pin);
        bring([then, is_right] { then(is_right); });
    });
}

void StaffClerk::keep(const app::StaffState& state, std::function<void(base::Done)> then) {
    give([this, state, then = std::move(then)] {
        base::Done outcome;
        if (!files_.state.empty()) outcome = staff::write_state(files_.state, state);
        bring([then, outcome] { then(outcome); });
    });
}

void StaffClerk::give(std::function<void()> job) {
    ++under_way_;
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    given_.notify_one();
}

void StaffClerk::bring(std::function<void()> work) {
    inbox_.put([this, work = std::move(work)] {
        --under_way_;
        work();
    });
}

void StaffClerk::run() {
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
