#pragma once

#include <mutex>
#include <string>
#include <utility>

#include "shared/base/clock.h"

namespace support {

/// A clock that stands still until a test moves it. Safe to read and move from several threads at once.
/// advance() moves wall time and boot time together; set() moves wall time only, as an operator or a time
/// service does.
class FakeClock final : public base::Clock {
public:
    explicit FakeClock(base::Instant start) : now_(start) {}

    base::Instant now() const override {
        const std::lock_guard lock(mutex_);
        return now_;
    }
    base::BootTime boot_time() const override {
        const std::lock_guard lock(mutex_);
        return boot_time_;
    }
    std::string boot_id() const override {
        const std::lock_guard lock(mutex_);
        return boot_id_;
    }
    bool synchronised() const override {
        const std::lock_guard lock(mutex_);
        return synchronised_;
    }

    void set(base::Instant now) {
        const std::lock_guard lock(mutex_);
        now_ = now;
    }
    void advance(std::chrono::microseconds by) {
        const std::lock_guard lock(mutex_);
        now_ += by;
        boot_time_ += by;
    }
    /// The machine has started again: another boot id, boot time from zero.
    void reboot(std::string boot_id) {
        const std::lock_guard lock(mutex_);
        boot_id_ = std::move(boot_id);
        boot_time_ = base::BootTime{0};
    }
    void set_boot_id(std::string boot_id) {
        const std::lock_guard lock(mutex_);
        boot_id_ = std::move(boot_id);
    }
    void set_boot_time(base::BootTime boot_time) {
        const std::lock_guard lock(mutex_);
        boot_time_ = boot_time;
    }
    void set_synchronised(bool synchronised) {
        const std::lock_guard lock(mutex_);
        synchronised_ = synchronised;
    }

private:
    mutable std::mutex mutex_;
    base::Instant now_;
    base::BootTime boot_time_ = std::chrono::hours{1};
    std::string boot_id_ = "0f0e0d0c-0000-4000-8000-000000000001";
    bool synchronised_ = true;
};

}  // namespace support
