#include "kiosk/input/scanner_thread.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>

#include "shared/base/invariant.h"

namespace kiosk::input {

ScannerThread::ScannerThread(Parts parts) : parts_(std::move(parts)), end_(::eventfd(0, EFD_CLOEXEC)) {
    INVARIANT(end_, "the kernel has a descriptor left at the program's start");
    thread_ = std::thread([this] { run(); });
}

ScannerThread::~ScannerThread() {
    const std::uint64_t one = 1;
    const ssize_t written = ::write(end_.get(), &one, sizeof one);
    INVARIANT(written == sizeof one, "a counter at 0 takes a 1");
    thread_.join();
}

std::vector<Scan> ScannerThread::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(scans_, {});
}

void ScannerThread::run() {
    open();
    while (wait()) {
        if (!source_) {
            open();
        } else {
            read();
        }
    }
}

int ScannerThread::longest_wait() const {
    constexpr int kForEver = -1;
    if (!source_) return static_cast<int>(parts_.looked_for_every.count());
    const auto due = reader_.due();
    if (!due) return kForEver;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - parts_.clock.boot_time());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, kCodeWithin.count()));
}

bool ScannerThread::wait() {
    pollfd waited[2] = {{end_.get(), POLLIN, 0}, {source_ ? source_->fd() : -1, POLLIN, 0}};
    ::poll(waited, 2, longest_wait());
    return waited[0].revents == 0;
}

void ScannerThread::open() {
    auto opened = parts_.open();
    if (!opened) return lose(opened.error());
    source_ = std::move(*opened);
    told_of_fault_ = false;
    there_ = true;
    parts_.changed();
}

void ScannerThread::read() {
    const auto keys = source_->read();
    if (!keys) return lose(keys.error());
    const base::BootTime now = parts_.clock.boot_time();
    for (const KeyStroke& key : *keys) hand_over(reader_.on_key(key, now));
    hand_over(reader_.on_time(now));
}

void ScannerThread::lose(const base::Error& why) {
    source_.reset();
    reader_.forget();
    if (!std::exchange(told_of_fault_, true)) parts_.on_fault(why.message);
    if (there_.exchange(false)) parts_.changed();
}

void ScannerThread::hand_over(std::optional<Scan> scan) {
    if (!scan) return;
    {
        const std::lock_guard lock(mutex_);
        if (scans_.size() == kScansHeldMax) return;
        scans_.push_back(*std::move(scan));
    }
    parts_.changed();
}

}  // namespace kiosk::input
