#pragma once

#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/instant.h"

/// Times given by machines whose clocks may be wrong (docs/rules.md, "Arrival and attendance").
namespace domain {

/// Whether a time can be relied on. A doubtful time is kept and waits for a person; it is never refused.
enum class ClockState { Sure, Doubtful };

/// What a device says of one moment: its wall clock, which may be wrong, and its boot-time clock, which only
/// counts on.
struct DeviceTime {
    base::Instant wall{};
    std::string boot_id;          ///< changes at every start of the device
    base::BootTime since_boot{};  ///< at that moment
    bool operator==(const DeviceTime&) const = default;
};

/// Reads all of a machine's clocks at one moment.
DeviceTime read_device_time(const base::Clock& clock);

struct TrueTime {
    base::Instant at{};
    ClockState clock = ClockState::Sure;
    bool operator==(const TrueTime&) const = default;
};

/// The true time of a moment that a device noted, told at `told` when the server's clock showed `server_now`.
/// When both carry the same boot id, it is `server_now` less the boot-time difference, and as sure as the
/// server's clock. Otherwise it is doubtful: the device's wall time corrected by nothing, but never after
/// `server_now`. So too when the boot-time clock runs backwards or spans more than a year.
TrueTime true_time(const DeviceTime& noted, const DeviceTime& told, base::Instant server_now,
                   ClockState server_clock);

/// How far a device's wall clock is ahead of the server's (negative: behind), whatever it shows.
std::chrono::milliseconds skew(const DeviceTime& told, base::Instant server_now);

/// Skew beyond this is shown to reception.
inline constexpr std::chrono::seconds kSkewShown{60};

/// How far the server's clock is ahead of the case system's (negative: behind), and when that was seen, by
/// the server's clock.
struct ClockDifference {
    std::chrono::milliseconds ahead{0};
    base::Instant seen_at{};
    bool operator==(const ClockDifference&) const = default;
};

/// What is known of the server's own clock.
struct ServerClockEvidence {
    base::Instant now{};
    bool synchronised = false;                        ///< a time service keeps it
    bool only_case_system = false;                    ///< the hub asks for no time service
    std::optional<base::Instant> last_event_at;       ///< the newest stored event
    std::optional<ClockDifference> from_case_system;  ///< by the newest `Date` header
};

/// The server's clock may be this far from the case system's `Date`, which counts whole seconds.
inline constexpr std::chrono::seconds kCaseSystemApartMax{60};
/// Where the case system alone vouches for the clock: so long after its `Date` was last seen.
inline constexpr std::chrono::hours kCaseSystemVouchesFor{12};

/// Doubtful when nobody vouches for it, when it runs behind the last stored event, and when it is more than
/// kCaseSystemApartMax from the case system's. A time service vouches for it; without one the case system
/// does, once its `Date` has been seen and for kCaseSystemVouchesFor.
ClockState judge(const ServerClockEvidence& evidence);

}  // namespace domain
