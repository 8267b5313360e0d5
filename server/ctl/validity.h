#pragma once

#include <chrono>

#include "server/crypto/certificates.h"
#include "shared/base/instant.h"

/// How long what hubctl issues is good for. A kiosk's certificate is judged by the server's clock.
namespace server::ctl {

inline constexpr std::chrono::days kAuthorityDays{3650};
inline constexpr std::chrono::days kServerDays{1825};
inline constexpr std::chrono::days kKioskDays{1825};
/// Warned of so long before the end.
inline constexpr std::chrono::days kRenewBefore{60};

/// From a day ago, because the machine this is first used on may be behind.
inline crypto::Validity valid_for(base::Instant now, std::chrono::days days) {
    return {now - std::chrono::days{1}, now + days};
}

}  // namespace server::ctl
