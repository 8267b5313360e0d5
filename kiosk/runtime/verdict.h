#pragma once

#include <chrono>
#include <optional>

#include "kiosk/journal/record.h"

namespace kiosk::runtime {

/// What a status means for a record that was sent (docs/protocol.md).
enum class Verdict {
    Accepted,     ///< stored by the server
    TryAgain,     ///< may pass: sent again, for ever
    NeedsPerson,  ///< the same bytes will never be taken: a person must look
};

/// 2xx is Accepted. Of the rest only what blames the message itself is final: 400, 404 (for what belongs to
/// an arrival or an offer the server does not know), 410, 413, 414, 415, 422. Everything else may pass, a
/// refused certificate too: the kiosk can be enrolled again and what it holds is still owed.
Verdict verdict(journal::RecordKind kind, int status);

inline constexpr std::chrono::seconds kBackoffLeast{1};
inline constexpr std::chrono::seconds kBackoffMost{60};

/// How long to wait after the `tries`-th try in a row that came to nothing: doubled each time between the two
/// limits, and 25 % more or less by `chance` (any number, evenly spread), so that kiosks do not come all at
/// once.
std::chrono::microseconds backoff(unsigned tries, std::uint64_t chance);

}  // namespace kiosk::runtime
