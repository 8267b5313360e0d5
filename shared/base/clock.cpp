#include "shared/base/clock.h"

#include <ctime>
#include <fstream>

#include <sys/timex.h>

namespace base {
namespace {

std::chrono::microseconds read(clockid_t id) {
    timespec time{};
    clock_gettime(id, &time);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::seconds{time.tv_sec} +
                                                                 std::chrono::nanoseconds{time.tv_nsec});
}

}  // namespace

Instant SystemClock::now() const {
    return Instant{read(CLOCK_REALTIME)};
}

BootTime SystemClock::boot_time() const {
    return read(CLOCK_BOOTTIME);
}

std::string SystemClock::boot_id() const {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

bool SystemClock::synchronised() const {
    timex state{};
    return adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

}  // namespace base
