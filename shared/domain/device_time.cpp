#include "shared/domain/device_time.h"

#include <algorithm>

namespace domain {
namespace {

/// The longest stretch over which a device's boot-time clock is believed.
constexpr std::chrono::days kBootTimeBelieved{366};

/// `a` less `b`, without overflow for any two instants.
std::chrono::microseconds difference(base::Instant a, base::Instant b) {
    std::int64_t out = 0;
    const bool overflows =
        __builtin_sub_overflow(a.time_since_epoch().count(), b.time_since_epoch().count(), &out);
    if (!overflows) return std::chrono::microseconds{out};
    return a > b ? std::chrono::microseconds::max() : std::chrono::microseconds::min();
}

bool same_run(const DeviceTime& noted, const DeviceTime& told) {
    if (noted.boot_id.empty() || noted.boot_id != told.boot_id) return false;
    if (noted.since_boot < base::BootTime::zero() || told.since_boot < noted.since_boot) return false;
    return told.since_boot - noted.since_boot <= kBootTimeBelieved;
}

}  // namespace

DeviceTime read_device_time(const base::Clock& clock) {
    return {clock.now(), clock.boot_id(), clock.boot_time()};
}

TrueTime true_time(const DeviceTime& noted, const DeviceTime& told, base::Instant server_now,
                   ClockState server_clock) {
    if (same_run(noted, told)) {
        return {server_now - (told.since_boot - noted.since_boot), server_clock};
    }
    return {std::min(noted.wall, server_now), ClockState::Doubtful};
}

std::chrono::milliseconds skew(const DeviceTime& told, base::Instant server_now) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(difference(told.wall, server_now));
}

ClockState judge(const ServerClockEvidence& evidence) {
    const auto& theirs = evidence.from_case_system;
    // A difference seen "later than now" says that the clock was set back since.
    const bool seen_lately = theirs && evidence.now >= theirs->seen_at &&
                             difference(evidence.now, theirs->seen_at) <= kCaseSystemVouchesFor;
    if (!(evidence.only_case_system ? seen_lately : evidence.synchronised)) return ClockState::Doubtful;
    if (evidence.last_event_at && evidence.now < *evidence.last_event_at) return ClockState::Doubtful;
    if (theirs && (theirs->ahead > kCaseSystemApartMax || theirs->ahead < -kCaseSystemApartMax))
        return ClockState::Doubtful;
    return ClockState::Sure;
}

}  // namespace domain
