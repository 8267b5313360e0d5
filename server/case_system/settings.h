#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "shared/base/secret.h"

namespace server::case_system {

/// How to reach Refer and Monitor (docs/settings.md, `case_system`).
struct ReferAndMonitorSettings {
    std::string url;        ///< of the interventions service, without a slash at the end
    std::string token_url;  ///< the whole address, such as `https://auth.example/oauth/token`
    std::string client_id;
    base::Secret client_secret;
    std::string service_user;  ///< whose name the writes carry; empty: a bare client, which may only read
    std::string ca_bundle;     ///< file of trusted certificates; empty: the system's
    std::string proxy;         ///< empty: none; the environment's is never used
    std::chrono::milliseconds connect_time_out{5'000};
    std::chrono::milliseconds time_out{20'000};  ///< one call from its start to its last byte
    /// File that keeps processes from using the linked user's token at once; empty: there is only this one.
    std::string sign_in_turn_file;
    int reads_at_a_time = 4;  ///< 1 to kReadsAtATimeMax
};

inline constexpr int kReadsAtATimeMax = 16;
/// A longer answer is not read to its end. The longest real one, a page of 50 referrals, is about 40 KiB.
inline constexpr std::size_t kAnswerBytesMax = 8U << 20U;

}  // namespace server::case_system
