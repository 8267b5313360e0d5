#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/sandbox/world.h"

namespace bench {

/// Appointments of one referral: the assessment, two sessions of yesterday, one to come.
inline constexpr int kAppointmentsAReferral = 4;
inline constexpr int kEndedSessionsAReferral = 2;
/// A hub of 1,300 people expects about 100 a day: one in 13.
inline constexpr int kExpectedOneIn = 13;

/// A session of yesterday of which the case system has not been told.
struct EndedSession {
    std::string appointment;
    base::Instant start;
};

/// Referrals of one contract, all at the hub's address, with the sandbox's own ids and invented names.
struct Town {
    sandbox::World world;
    std::vector<EndedSession> ended;        ///< by referral
    std::vector<std::string> expected_now;  ///< appointments that start about now
};

/// The same seed and `now` give the same town, ids and all. Yesterday's sessions were over by 16:00, so that
/// no deadline of theirs has passed. Each referral's session to come starts about now, or on one of the next
/// twelve days.
Town invent_town(std::uint64_t seed, base::Instant now, int referrals);

}  // namespace bench
