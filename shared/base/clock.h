#pragma once

#include <chrono>
#include <string>

#include "shared/base/instant.h"

namespace base {

/// Time since the machine started, counting sleep (CLOCK_BOOTTIME): it never jumps while the machine is up.
using BootTime = std::chrono::microseconds;

/// The only way to the time. Read once a request or a frame, then passed on as values.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual BootTime boot_time() const = 0;
    /// Changes at every start of the machine.
    virtual std::string boot_id() const = 0;
    /// Whether the operating system says that its clock is kept by a time service.
    virtual bool synchronised() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
public:
    Instant now() const override;
    BootTime boot_time() const override;
    std::string boot_id() const override;
    bool synchronised() const override;
};

}  // namespace base
