#include "kiosk/runtime/inbox.h"

namespace kiosk::runtime {

void Inbox::put(Work work) {
    {
        const std::lock_guard lock(mutex_);
        works_.push_back(std::move(work));
    }
    came_.notify_one();
    if (wake_) wake_();
}

bool Inbox::do_all() {
    std::deque<Work> works;
    {
        const std::lock_guard lock(mutex_);
        works.swap(works_);
    }
    for (const Work& work : works) work();
    return !works.empty();
}

bool Inbox::wait(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    return came_.wait_for(lock, at_most, [this] { return !works_.empty(); });
}

}  // namespace kiosk::runtime
